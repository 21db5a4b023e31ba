/** The engine of the outbox: one thread, one flush in flight, one worker for each account that this node owns. */
@NullMarked
package dev.kurir.outbox.worker;

import org.jspecify.annotations.NullMarked;
