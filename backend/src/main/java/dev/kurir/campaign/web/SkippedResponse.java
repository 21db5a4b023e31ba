package dev.kurir.campaign.web;

import dev.kurir.campaign.Skipped;

record SkippedResponse(long suppressed, long unsubscribed, long duplicate, long noAddress) {
    static SkippedResponse of(Skipped skipped) {
        return new SkippedResponse(
                skipped.suppressed(), skipped.unsubscribed(), skipped.duplicate(), skipped.noAddress());
    }
}
