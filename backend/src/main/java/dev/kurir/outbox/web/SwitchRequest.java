package dev.kurir.outbox.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;

record SwitchRequest(@NotNull Wanted wanted) {
    @JsonIgnore
    boolean isOn() {
        return wanted == Wanted.ON;
    }

    /** What the person wants of the worker. */
    enum Wanted {
        ON,
        OFF
    }
}
