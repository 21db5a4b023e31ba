package dev.kurir.campaign;

/** A campaign with its figures, both of the same moment. */
public record CampaignView(Campaign campaign, Progress progress) {
    public CampaignState state() {
        return campaign.state(progress.figures());
    }
}
