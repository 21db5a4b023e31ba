/** Accounts in PostgreSQL. */
@NullMarked
package dev.kurir.account.persistence;

import org.jspecify.annotations.NullMarked;
