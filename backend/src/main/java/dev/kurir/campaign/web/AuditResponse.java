package dev.kurir.campaign.web;

import dev.kurir.campaign.Audit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record AuditResponse(Instant at, long accounted, List<DifferenceResponse> differences) {
    /** {@code Difference} of the contract. */
    record DifferenceResponse(String what, long counted, long found) {}

    static @Nullable AuditResponse of(@Nullable Audit audit) {
        return audit == null
                ? null
                : new AuditResponse(
                        audit.at(),
                        audit.accounted(),
                        audit.differences().stream()
                                .map(one -> new DifferenceResponse(one.what(), one.counted(), one.found()))
                                .toList());
    }
}
