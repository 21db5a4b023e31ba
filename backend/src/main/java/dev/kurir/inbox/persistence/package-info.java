/** Mails and conversations in PostgreSQL. */
@NullMarked
package dev.kurir.inbox.persistence;

import org.jspecify.annotations.NullMarked;
