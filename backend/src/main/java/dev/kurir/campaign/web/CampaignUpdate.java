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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Absent fields stay as they are; {@code accountId} is one account alone, or with null none. */
@SuppressWarnings("NullableOptional") // absent and null are two things in a PATCH
record CampaignUpdate(
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable Optional<AccountId> accountId,
        @Nullable @Size(max = Senders.MOST) List<@Valid SenderBody> accounts,
        @Nullable @Pattern(regexp = "even|weight|sticky") String rotation,
        @Nullable List<ListId> lists,
        @Nullable List<TagId> tags,
        @Nullable Optional<TeamId> teamId,
        @Nullable @Size(max = 500) String subject,
        @Nullable @Size(max = 500) String preheader,
        @Nullable @Size(max = 1_000_000) String html,
        @Nullable @Size(max = 500_000) String text) {

    CampaignSettings applyTo(CampaignSettings old) {
        CampaignContent content = old.content();
        return new CampaignSettings(
                Given.or(name, old.name()).strip(),
                senders(old.senders()),
                Given.or(lists, old.lists()),
                Given.or(tags, old.tags()),
                teamId == null ? old.team() : teamId.orElse(null),
                new CampaignContent(
                        Given.or(subject, content.subject()),
                        Given.or(preheader, content.preheader()),
                        Given.or(html, content.html()),
                        Given.or(text, content.text())));
    }

    private Senders senders(Senders old) {
        Rotation how = rotation == null ? old.rotation() : Rotation.of(rotation);
        if (accounts != null) {
            return new Senders(SenderBody.senders(accounts), how);
        }
        return accountId == null ? new Senders(old.chosen(), how) : Senders.of(accountId.orElse(null));
    }
}
