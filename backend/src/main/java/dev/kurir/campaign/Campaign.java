package dev.kurir.campaign;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.CampaignFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is stored, without its bodies.
 *
 * @param accounts in the order in which they were chosen
 * @param team whose its replies are; null: everybody's
 * @param audience how many people were looked at by the generation so far
 * @param unproven how many of its accepted messages were decided to be so, without a reply of the server
 * @param audit the last time that its counters were compared with its rows
 * @param problem why it cannot go on by itself
 * @param sample made for a newcomer to play with
 */
public record Campaign(
        CampaignId id,
        WorkspaceId workspaceId,
        long version,
        String name,
        Lifecycle lifecycle,
        List<CampaignAccount> accounts,
        Rotation rotation,
        List<Named<ListId>> lists,
        List<Named<TagId>> tags,
        @Nullable Named<TeamId> team,
        String subject,
        long audience,
        Skipped skipped,
        UncertainPolicy uncertain,
        long unproven,
        @Nullable Audit audit,
        @Nullable String problem,
        boolean sample,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant doneAt) {

    public CampaignSettings settings(CampaignContent content) {
        return new CampaignSettings(
                name,
                new Senders(accounts.stream().map(CampaignAccount::sender).toList(), rotation),
                lists.stream().map(Named::id).toList(),
                tags.stream().map(Named::id).toList(),
                team == null ? null : team.id(),
                content);
    }

    /** As people see it: done when nothing waits and nothing is under way any more. */
    public CampaignState state(CampaignFigures figures) {
        return lifecycle.wasReleased() && figures.isDone() ? CampaignState.DONE : lifecycle.state();
    }
}
