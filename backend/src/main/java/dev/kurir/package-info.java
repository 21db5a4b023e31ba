/** Kurir: self-hosted email automation from your own mailboxes. */
@NullMarked
package dev.kurir;

import org.jspecify.annotations.NullMarked;
