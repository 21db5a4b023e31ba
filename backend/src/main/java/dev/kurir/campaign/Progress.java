package dev.kurir.campaign;

import dev.kurir.outbox.CampaignFigures;

/**
 * How far a campaign is.
 *
 * @param audience everybody who was looked at
 * @param unproven how many of the accepted were decided to be so: nobody has read a reply of the server
 */
public record Progress(long audience, Skipped skipped, CampaignFigures figures, long unproven) {

    /**
     * The conservation law, audience = Σ states + Σ skipped, from three counters that are raised apart. Never assumed:
     * a message that got lost makes it false.
     */
    public boolean isBalanced() {
        return audience == figures.states().sum() + skipped.sum();
    }
}
