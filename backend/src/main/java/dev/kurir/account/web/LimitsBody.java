package dev.kurir.account.web;

import dev.kurir.account.Limits;
import jakarta.validation.Valid;
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
        @Nullable @Min(1) Integer perHour,
        @Nullable @Min(1) Integer perDay,
        @Nullable @Min(0) @Max(50) Integer peopleShare,
        @Nullable @Valid WindowBody window,
        @Nullable @Valid RampBody ramp,
        @NotNull @Min(1) @Max(64) Integer connections) {

    Limits toLimits() {
        return new Limits(
                span(gapSeconds),
                span(jitterSeconds),
                perMinute,
                perHour,
                perDay,
                peopleShare == null ? Limits.PEOPLE_SHARE : peopleShare,
                window == null ? null : window.toWindow(),
                ramp == null ? null : ramp.toRamp(),
                connections);
    }

    static LimitsBody of(Limits limits) {
        return new LimitsBody(
                seconds(limits.gap()),
                seconds(limits.jitter()),
                limits.perMinute(),
                limits.perHour(),
                limits.perDay(),
                limits.peopleShare(),
                limits.window() == null ? null : WindowBody.of(limits.window()),
                limits.ramp() == null ? null : RampBody.of(limits.ramp()),
                limits.connections());
    }

    private static Duration span(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}
