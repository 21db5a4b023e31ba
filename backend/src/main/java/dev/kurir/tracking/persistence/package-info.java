/** What tracking asks of stored messages. */
@NullMarked
package dev.kurir.tracking.persistence;

import org.jspecify.annotations.NullMarked;
