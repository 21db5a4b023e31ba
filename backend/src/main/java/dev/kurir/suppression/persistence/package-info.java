/** Suppressed addresses in PostgreSQL. */
@NullMarked
package dev.kurir.suppression.persistence;

import org.jspecify.annotations.NullMarked;
