package dev.kurir.campaign.persistence;

import dev.kurir.campaign.Audit;
import dev.kurir.campaign.StoredAudits;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcAudits implements StoredAudits {
    private final DatabaseClient database;

    R2dbcAudits(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(WorkspaceId workspace, CampaignId campaign, Audit audit) {
        return database.sql("""
                        insert into campaign_audit (campaign_id, workspace_id, checked_at, accounted, differences)
                        values (:campaign, :workspace, :at, :accounted, :differences)
                        on conflict (campaign_id) do update set checked_at = excluded.checked_at,
                               accounted = excluded.accounted, differences = excluded.differences
                         where campaign_audit.checked_at <= excluded.checked_at
                        """)
                .bind("campaign", campaign.value())
                .bind("workspace", workspace.value())
                .bind("at", audit.at())
                .bind("accounted", audit.accounted())
                .bind("differences", Json.of(AuditJson.write(audit.differences())))
                .then();
    }

    @Override
    public Mono<List<Due>> due(Instant before, int limit) {
        return database.sql("""
                        select c.workspace_id, c.id from campaign c left join campaign_audit u on u.campaign_id = c.id
                         where c.state not in ('draft', 'generating')
                           and (coalesce(u.checked_at, c.created_at) < :before or (c.done_at is not null
                                and (u.checked_at is null or u.checked_at < c.done_at)))
                         order by u.checked_at nulls first limit :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> new Due(
                        new WorkspaceId(CampaignRows.number(row, "workspace_id")),
                        new CampaignId(CampaignRows.number(row, "id"))))
                .all()
                .collectList();
    }
}
