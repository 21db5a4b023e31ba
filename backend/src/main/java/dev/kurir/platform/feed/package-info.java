/** The feed: what happened, in one table, for many readers. */
@NamedInterface("feed")
@NullMarked
package dev.kurir.platform.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
