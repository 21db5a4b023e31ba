package dev.kurir.campaign;

import dev.kurir.outbox.CampaignFigures;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is.
 *
 * @param audience everybody who was looked at
 * @param unproven how many of the accepted were decided to be so: nobody has read a reply of the server
 */
public record Progress(
        long audience,
        Skipped skipped,
        CampaignFigures figures,
        long unproven,
        @Nullable Audit audit) {

    /**
     * The conservation law, and what the last count of all rows found: once it was broken it stays so until an audit
     * finds nothing.
     */
    public boolean isBalanced() {
        return isSum() && (audit == null || audit.isBalanced());
    }

    /**
     * audience = Σ states + Σ skipped, from three counters that are raised apart. Never assumed: a message that got
     * lost makes it false.
     */
    private boolean isSum() {
        return audience == figures.states().sum() + skipped.sum();
    }
}
