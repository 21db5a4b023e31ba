/** Public ids: what the outside sees instead of keys, and the keys of this installation. */
@NamedInterface("ids")
@NullMarked
package dev.kurir.platform.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
