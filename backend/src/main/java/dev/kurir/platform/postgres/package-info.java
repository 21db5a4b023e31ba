/**
 * The database that Kurir brings along: a real PostgreSQL that is unpacked into the data folder and lives and dies with
 * this process; or the one named by {@code KURIR_DB_URL}.
 */
@NullMarked
package dev.kurir.platform.postgres;

import org.jspecify.annotations.NullMarked;
