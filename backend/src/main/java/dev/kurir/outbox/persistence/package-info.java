/** The queue's SQL. */
@NullMarked
package dev.kurir.outbox.persistence;

import org.jspecify.annotations.NullMarked;
