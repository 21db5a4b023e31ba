package dev.kurir.campaign.persistence;

import dev.kurir.campaign.GeneratedMessages;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcGeneratedMessages implements GeneratedMessages {
    private final DatabaseClient database;
    private final Clock clock;

    R2dbcGeneratedMessages(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Chunk> add(CampaignId campaign, int limit) {
        return database.sql("select running, looked_at, made, finished from generate_chunk(:campaign, :limit, :now)")
                .bind("campaign", campaign.value())
                .bind("limit", limit)
                .bind("now", clock.instant())
                .map(row -> new Chunk(
                        CampaignRows.flag(row, "running"),
                        CampaignRows.number(row, "looked_at"),
                        CampaignRows.number(row, "made"),
                        CampaignRows.flag(row, "finished")))
                .one();
    }

    @Override
    public Mono<List<Job>> jobs() {
        return database.sql("select id, workspace_id from campaign where state = 'generating' order by id")
                .map(row -> new Job(
                        new WorkspaceId(CampaignRows.number(row, "workspace_id")),
                        new CampaignId(CampaignRows.number(row, "id"))))
                .all()
                .collectList();
    }
}
