package dev.kurir.campaign;

import static dev.kurir.campaign.CampaignState.CANCELLED;
import static dev.kurir.campaign.CampaignState.DRAFT;
import static dev.kurir.campaign.CampaignState.GENERATED;
import static dev.kurir.campaign.CampaignState.GENERATING;
import static dev.kurir.campaign.CampaignState.PAUSED;
import static dev.kurir.campaign.CampaignState.PROCESSING;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;

/**
 * What was asked of a campaign, and what may be asked next. Asking twice is asking once: the second time nothing moves.
 *
 * @param release process was asked for while the messages are still being made
 */
public record Lifecycle(CampaignState state, boolean release) {
    public static final Lifecycle NEW = new Lifecycle(DRAFT, false);

    public Lifecycle generate() {
        return switch (state) {
            case DRAFT -> new Lifecycle(GENERATING, false);
            case CANCELLED -> throw cancelled();
            default -> this;
        };
    }

    /** A repeated request must not undo a pause: only {@link #resume} does. */
    public Lifecycle process() {
        return switch (state) {
            case DRAFT, GENERATING -> new Lifecycle(GENERATING, true);
            case GENERATED -> new Lifecycle(PROCESSING, false);
            case PAUSED -> throw refusal("campaign_paused", "The campaign is paused. Resume it.");
            case CANCELLED -> throw cancelled();
            default -> this;
        };
    }

    /** All messages are there. */
    public Lifecycle generated() {
        return state == GENERATING ? new Lifecycle(release ? PROCESSING : GENERATED, false) : this;
    }

    public Lifecycle pause() {
        return switch (state) {
            case PROCESSING -> new Lifecycle(PAUSED, false);
            case GENERATING -> {
                if (!release) {
                    throw notProcessing();
                }
                yield new Lifecycle(GENERATING, false);
            }
            case PAUSED -> this;
            case CANCELLED -> throw cancelled();
            default -> throw notProcessing();
        };
    }

    public Lifecycle resume() {
        return switch (state) {
            case PAUSED -> new Lifecycle(PROCESSING, false);
            case PROCESSING -> this;
            case CANCELLED -> throw cancelled();
            default -> throw refusal("campaign_not_paused", "Only a paused campaign can be resumed.");
        };
    }

    public Lifecycle cancel() {
        return switch (state) {
            case DRAFT -> throw refusal("campaign_is_draft", "There is nothing to cancel in a draft.");
            default -> new Lifecycle(CANCELLED, false);
        };
    }

    /** After generation a campaign is what its messages were made from. */
    public boolean isEditable() {
        return state == DRAFT;
    }

    /** Whether its messages are held, so that it can be taken away. */
    public boolean isRemovable() {
        return state == DRAFT || state == GENERATED || state == CANCELLED;
    }

    /** Whether it can be over: its messages were released. */
    public boolean wasReleased() {
        return state == PROCESSING || state == PAUSED;
    }

    private static DomainException cancelled() {
        return refusal("campaign_cancelled", "The campaign was cancelled. Duplicate it to send it again.");
    }

    private static DomainException notProcessing() {
        return refusal("campaign_not_processing", "The campaign is not being sent.");
    }

    private static DomainException refusal(String code, String sentence) {
        return new DomainException(Kind.CONFLICT, code, sentence);
    }
}
