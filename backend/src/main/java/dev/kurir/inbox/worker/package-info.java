/** Watches the mailboxes of this node's accounts. */
@NullMarked
package dev.kurir.inbox.worker;

import org.jspecify.annotations.NullMarked;
