/**
 * The technical floor: problems, security, clock, vault, feed and SSE, blobs, the door for blocking mail I/O, embedded
 * PostgreSQL.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package dev.kurir.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
