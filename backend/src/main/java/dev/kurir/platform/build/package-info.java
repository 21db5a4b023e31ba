/** Which build is running. */
@NamedInterface("build")
@NullMarked
package dev.kurir.platform.build;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
