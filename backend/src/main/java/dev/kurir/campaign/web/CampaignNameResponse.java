package dev.kurir.campaign.web;

import dev.kurir.kernel.CampaignId;

/** To choose from: agents see no more. */
record CampaignNameResponse(CampaignId id, String name) {}
