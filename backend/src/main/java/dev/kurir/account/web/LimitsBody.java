package dev.kurir.account.web;

import dev.kurir.account.Limits;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

record LimitsBody(
        @NotNull @PositiveOrZero @DecimalMax("86400") Double gapSeconds,
        @NotNull @PositiveOrZero @DecimalMax("86400") Double jitterSeconds,
        @Nullable @Min(1) Integer perMinute,
        @NotNull @Min(1) @Max(64) Integer connections) {

    Limits toLimits() {
        return new Limits(span(gapSeconds), span(jitterSeconds), perMinute, connections);
    }

    static LimitsBody of(Limits limits) {
        return new LimitsBody(
                seconds(limits.gap()), seconds(limits.jitter()), limits.perMinute(), limits.connections());
    }

    private static Duration span(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
