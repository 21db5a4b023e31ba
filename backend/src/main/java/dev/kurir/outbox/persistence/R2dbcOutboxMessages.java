package dev.kurir.outbox.persistence;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.OutboxMessages;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcOutboxMessages implements OutboxMessages {
    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcOutboxMessages(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<MessageId> add(DirectMessage message, long draftId) {
        Long contact = message.contactId() == null ? null : message.contactId().value();
        return database.sql("""
                        select add_message(:workspace, :account, :contact, :draft, :address, :hash, :name, :data, :urgent, clock_timestamp(), :notBefore)
                        """)
                .bind("workspace", message.workspaceId().value())
                .bind("account", message.accountId().value())
                .bind("contact", Parameters.in(R2dbcType.BIGINT, contact))
                .bind("draft", draftId)
                .bind("address", message.to().value())
                .bind("hash", message.to().hash())
                .bind("name", message.toName())
                .bind("data", Json.of(json.writeValueAsString(message.values())))
                .bind("urgent", message.urgent())
                .bind("notBefore", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, message.notBefore()))
                .mapValue(Long.class)
                .one()
                .map(MessageId::new);
    }

    @Override
    public Mono<Boolean> retry(WorkspaceId workspaceId, MessageId id) {
        return requeue("array[:id]::bigint[]", workspaceId, "id", id.value()).map(count -> count > 0);
    }

    @Override
    public Mono<Boolean> cancel(WorkspaceId workspaceId, MessageId id) {
        return database.sql("select close_messages(:workspace, array[:id]::bigint[], 8)")
                .bind("workspace", workspaceId.value())
                .bind("id", id.value())
                .mapValue(Integer.class)
                .one()
                .map(count -> count > 0);
    }

    @Override
    public Mono<Boolean> areCancelled(WorkspaceId workspaceId, Collection<MessageId> ids) {
        return database.sql("select not exists (select from message where workspace_id = :workspace and id = any (:ids)"
                        + " and state <> 8) as cancelled")
                .bind("workspace", workspaceId.value())
                .bind("ids", ids.stream().map(MessageId::value).toArray(Long[]::new))
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Boolean> markUrgent(WorkspaceId workspaceId, MessageId id) {
        return database.sql("select hurry_message(:workspace, :id, clock_timestamp())")
                .bind("workspace", workspaceId.value())
                .bind("id", id.value())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Long> requeueFailures(WorkspaceId workspaceId, CampaignId campaignId) {
        return requeue(
                "array(select message_id from trouble where workspace_id = :workspace and campaign_id = :campaign and state in (5, 9, 10))",
                workspaceId,
                "campaign",
                campaignId.value());
    }

    @Override
    public Mono<Integer> closeCancelled(CampaignId campaignId, int limit) {
        return database.sql("select close_cancelled(:campaign, :limit)")
                .bind("campaign", campaignId.value())
                .bind("limit", limit)
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<List<CampaignId>> toClose() {
        return database.sql("""
                        select distinct d.campaign_id from dispatch d join queue q using (campaign_id)
                        where d.state = 'CANCELLED' and q.n_queued + q.n_deferred > 0
                        """).mapValue(Long.class).all().map(CampaignId::new).collectList();
    }

    private Mono<Long> requeue(String ids, WorkspaceId workspaceId, String parameter, long value) {
        return database.sql("select requeue_messages(:workspace, " + ids + ", clock_timestamp())::bigint")
                .bind("workspace", workspaceId.value())
                .bind(parameter, value)
                .mapValue(Long.class)
                .one();
    }
}
