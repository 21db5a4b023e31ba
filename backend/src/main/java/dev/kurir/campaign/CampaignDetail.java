package dev.kurir.campaign;

/** A campaign with all that it says. */
public record CampaignDetail(CampaignView view, CampaignContent content) {}
