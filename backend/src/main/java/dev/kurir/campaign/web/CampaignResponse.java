package dev.kurir.campaign.web;

import dev.kurir.campaign.Campaign;
import dev.kurir.campaign.CampaignAccount;
import dev.kurir.campaign.CampaignContent;
import dev.kurir.campaign.CampaignDetail;
import dev.kurir.campaign.CampaignState;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CampaignResponse(
        CampaignId id,
        String version,
        String name,
        String channel,
        String state,
        @Nullable NamedResponse<AccountId> account,
        List<SenderResponse> accounts,
        String rotation,
        List<NamedResponse<ListId>> lists,
        List<NamedResponse<TagId>> tags,
        @Nullable NamedResponse<TeamId> team,
        String subject,
        String preheader,
        String html,
        String text,
        ProgressResponse progress,
        UncertainPolicyBody uncertainPolicy,
        @Nullable String problem,
        boolean sample,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant doneAt) {

    static CampaignResponse of(CampaignDetail detail) {
        Campaign campaign = detail.view().campaign();
        CampaignContent content = detail.content();
        CampaignState state = detail.view().state();
        return new CampaignResponse(
                campaign.id(),
                Long.toString(campaign.version()),
                campaign.name(),
                "email",
                state.word(),
                first(campaign.accounts()),
                campaign.accounts().stream().map(SenderResponse::of).toList(),
                campaign.rotation().word(),
                campaign.lists().stream().map(NamedResponse::of).toList(),
                campaign.tags().stream().map(NamedResponse::of).toList(),
                campaign.team() == null ? null : NamedResponse.of(campaign.team()),
                content.subject(),
                content.preheader(),
                content.html(),
                content.text(),
                ProgressResponse.of(detail.view()),
                UncertainPolicyBody.of(campaign.uncertain()),
                campaign.problem(),
                campaign.sample(),
                campaign.createdAt(),
                campaign.updatedAt(),
                campaign.startedAt(),
                state == CampaignState.DONE ? campaign.doneAt() : null);
    }

    private static @Nullable NamedResponse<AccountId> first(List<CampaignAccount> accounts) {
        return accounts.stream()
                .findFirst()
                .map(one -> new NamedResponse<>(one.id(), one.name()))
                .orElse(null);
    }
}
