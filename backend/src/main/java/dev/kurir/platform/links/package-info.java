/** Links that leave the program: where it is reached, and tokens that nobody can forge. */
@NamedInterface("links")
@NullMarked
package dev.kurir.platform.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
