package dev.kurir.campaign;

import java.util.List;

/** What was looked at before a campaign may be sent. */
public record Preflight(List<PreflightCheck> checks) {
    public Preflight {
        checks = List.copyOf(checks);
    }

    /** Nothing blocks. */
    public boolean isOk() {
        return blocking().isEmpty();
    }

    public List<PreflightCheck> blocking() {
        return checks.stream()
                .filter(check -> check.result() == PreflightCheck.Result.BLOCK)
                .toList();
    }
}
