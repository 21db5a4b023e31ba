/** The one door for blocking mail and network calls. */
@NamedInterface("io")
@NullMarked
package dev.kurir.platform.io;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
