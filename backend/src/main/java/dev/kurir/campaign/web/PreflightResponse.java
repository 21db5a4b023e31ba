package dev.kurir.campaign.web;

import dev.kurir.campaign.Preflight;
import dev.kurir.campaign.PreflightCheck;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record PreflightResponse(boolean ok, List<CheckResponse> checks) {
    static PreflightResponse of(Preflight preflight) {
        return new PreflightResponse(
                preflight.isOk(),
                preflight.checks().stream().map(CheckResponse::of).toList());
    }

    /** {@code PreflightCheck} of the contract. */
    record CheckResponse(
            String code,
            String result,
            String field,
            @Nullable String detail,
            Map<String, String> params) {
        static CheckResponse of(PreflightCheck check) {
            return new CheckResponse(
                    check.code().word(), check.result().word(), check.field(), check.detail(), check.params());
        }
    }
}
