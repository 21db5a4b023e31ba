/** Large octets, kept once by their hash. */
@NamedInterface("blob")
@NullMarked
package dev.kurir.platform.blob;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
