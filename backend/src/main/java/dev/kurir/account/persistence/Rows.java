package dev.kurir.account.persistence;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.Limits;
import dev.kurir.kernel.EmailAddress;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;

/** Reads the columns of table {@code account}. */
final class Rows {
    private Rows() {}

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static int integer(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    static EmailAddress address(Readable row, String column) {
        return new EmailAddress(text(row, column));
    }

    static Limits limits(Readable row) {
        return new Limits(
                Duration.ofMillis(number(row, "gap_ms")),
                Duration.ofMillis(number(row, "jitter_ms")),
                row.get("per_minute", Integer.class),
                row.get("per_hour", Integer.class),
                row.get("per_day", Integer.class),
                integer(row, "people_share"),
                LimitColumns.window(row),
                LimitColumns.ramp(row),
                integer(row, "connections"));
    }

    /** The server of this protocol; the three columns are set together or not at all. */
    static Endpoint endpoint(Readable row, String protocol) {
        return new Endpoint(
                text(row, protocol + "_host"),
                integer(row, protocol + "_port"),
                ConnectionSecurity.of(text(row, protocol + "_security")));
    }
}
