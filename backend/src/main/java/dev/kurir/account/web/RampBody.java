package dev.kurir.account.web;

import dev.kurir.account.Ramp;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

record RampBody(
        @NotNull @Min(1) Integer start,
        @NotNull @DecimalMin("1") @DecimalMax("10") Double factor) {

    Ramp toRamp() {
        return new Ramp(start, factor, null);
    }

    static RampBody of(Ramp ramp) {
        return new RampBody(ramp.start(), ramp.factor());
    }
}
