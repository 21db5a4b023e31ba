package dev.kurir.account.persistence;

import dev.kurir.account.Limits;
import dev.kurir.account.Ramp;
import dev.kurir.account.SendingWindow;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The limits in table {@code account}. */
final class LimitColumns {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private LimitColumns() {}

    /** The columns of a window are set together or not at all. */
    static @Nullable SendingWindow window(Readable row) {
        String @Nullable [] days = row.get("window_days", String[].class);
        if (days == null) {
            return null;
        }
        return new SendingWindow(
                Arrays.stream(days)
                        .map(day -> DayOfWeek.of(DAYS.indexOf(day) + 1))
                        .collect(Collectors.toSet()),
                Objects.requireNonNull(row.get("window_from", LocalTime.class)),
                Objects.requireNonNull(row.get("window_to", LocalTime.class)),
                ZoneId.of(Rows.text(row, "window_zone")));
    }

    static @Nullable Ramp ramp(Readable row) {
        Integer start = row.get("ramp_start", Integer.class);
        return start == null
                ? null
                : new Ramp(
                        start,
                        Objects.requireNonNull(row.get("ramp_factor", Double.class)),
                        row.get("ramp_since", Instant.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Limits limits) {
        @Nullable SendingWindow window = limits.window();
        @Nullable Ramp ramp = limits.ramp();
        return statement
                .bind("gap", limits.gap().toMillis())
                .bind("jitter", limits.jitter().toMillis())
                .bind("perMinute", number(limits.perMinute()))
                .bind("perHour", number(limits.perHour()))
                .bind("perDay", number(limits.perDay()))
                .bind("peopleShare", limits.peopleShare())
                .bind("windowDays", window == null ? Parameters.in(String[].class) : days(window))
                .bind("windowFrom", Parameters.in(R2dbcType.TIME, window == null ? null : window.from()))
                .bind("windowTo", Parameters.in(R2dbcType.TIME, window == null ? null : window.to()))
                .bind(
                        "windowZone",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                window == null ? null : window.zone().getId()))
                .bind("rampStart", number(ramp == null ? null : ramp.start()))
                .bind("rampFactor", Parameters.in(R2dbcType.DOUBLE, ramp == null ? null : ramp.factor()))
                .bind("connections", limits.connections());
    }

    private static Object number(@Nullable Integer value) {
        return Parameters.in(R2dbcType.INTEGER, value);
    }

    private static String[] days(SendingWindow window) {
        return window.days().stream()
                .sorted()
                .map(day -> DAYS.get(day.getValue() - 1))
                .toArray(String[]::new);
    }
}
