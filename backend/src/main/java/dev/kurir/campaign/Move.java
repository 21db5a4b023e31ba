package dev.kurir.campaign;

/** A campaign as it stands, and where it goes. */
record Move(Campaign campaign, Lifecycle next) {
    boolean isNone() {
        return campaign.lifecycle().equals(next);
    }

    CampaignState from() {
        return campaign.lifecycle().state();
    }

    CampaignState to() {
        return next.state();
    }
}
