package dev.kurir.kernel;

/** Key of a campaign; 0 stands for a message that belongs to none. */
public record CampaignId(long value) implements Id {
    public static final CampaignId NONE = new CampaignId(0);

    public boolean isNone() {
        return value == 0;
    }
}
