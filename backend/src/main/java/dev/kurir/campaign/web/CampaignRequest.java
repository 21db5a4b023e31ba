package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignContent;
import dev.kurir.campaign.CampaignSettings;
import dev.kurir.campaign.Rotation;
import dev.kurir.campaign.Senders;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CampaignRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Pattern(regexp = "email") String channel,
        @Nullable AccountId accountId,
        @Nullable @Size(max = Senders.MOST) List<@Valid SenderBody> accounts,
        @Nullable @Pattern(regexp = "even|weight|sticky") String rotation,
        @Nullable List<ListId> lists,
        @Nullable List<TagId> tags,
        @Nullable TeamId teamId,
        @Nullable @Size(max = 500) String subject,
        @Nullable @Size(max = 500) String preheader,
        @Nullable @Size(max = 1_000_000) String html,
        @Nullable @Size(max = 500_000) String text) {

    CampaignSettings toSettings() {
        return new CampaignSettings(
                name.strip(),
                senders(),
                Given.or(lists, List.of()),
                Given.or(tags, List.of()),
                teamId,
                new CampaignContent(
                        Given.or(subject, ""), Given.or(preheader, ""), Given.or(html, ""), Given.or(text, "")));
    }

    private Senders senders() {
        return accounts == null
                ? Senders.of(accountId)
                : new Senders(SenderBody.senders(accounts), Rotation.of(Given.or(rotation, "even")));
    }
}
