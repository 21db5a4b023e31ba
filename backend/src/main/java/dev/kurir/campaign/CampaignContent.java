package dev.kurir.campaign;

/** What a campaign says; may use variables, {@code {{name|fallback}}}. */
public record CampaignContent(String subject, String preheader, String html, String text) {
    public static final CampaignContent EMPTY = new CampaignContent("", "", "", "");
}
