/** Where this program may connect to. */
@NamedInterface("net")
@NullMarked
package dev.kurir.platform.net;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
