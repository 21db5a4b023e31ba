/** Values everyone speaks: addresses, ids, cursors, refusals. Plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.kurir.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
