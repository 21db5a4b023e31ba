/** Keeps secrets of others (mailbox passwords) so that a copy of the database alone is worth nothing. */
@NamedInterface("vault")
@NullMarked
package dev.kurir.platform.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
