package dev.kurir.campaign.persistence;

import dev.kurir.campaign.CampaignSettings;
import dev.kurir.campaign.Sender;
import dev.kurir.campaign.Senders;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The accounts, lists and tags of a campaign. Only those of its own workspace are found. */
@Component
class CampaignGroups {
    private static final String ADD_LISTS = """
            insert into campaign_list (workspace_id, campaign_id, list_id)
            select :workspace, :campaign, id from contact_list where workspace_id = :workspace and id = any(:ids)
            """;
    private static final String ADD_TAGS = """
            insert into campaign_tag (workspace_id, campaign_id, tag_id)
            select :workspace, :campaign, id from tag where workspace_id = :workspace and id = any(:ids)
            """;

    private static final String DROP_ACCOUNTS =
            "delete from campaign_account where campaign_id = :campaign and account_id <> all(:accounts)";
    private static final String PUT_ACCOUNTS = """
            insert into campaign_account (workspace_id, campaign_id, account_id, place, weight)
            select :workspace, :campaign, s.account_id, s.place, s.weight
              from unnest(:accounts::bigint[], :weights::int[]) with ordinality s (account_id, weight, place)
            on conflict (campaign_id, account_id) do update set place = excluded.place, weight = excluded.weight
            """;

    private final DatabaseClient database;

    CampaignGroups(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> set(WorkspaceId workspace, CampaignId campaign, CampaignSettings settings) {
        return clear("campaign_list", campaign)
                .then(Mono.defer(() -> add(ADD_LISTS, workspace, campaign, settings.lists(), "list")))
                .then(Mono.defer(() -> clear("campaign_tag", campaign)))
                .then(Mono.defer(() -> add(ADD_TAGS, workspace, campaign, settings.tags(), "tag")))
                .then(Mono.defer(() -> senders(workspace, campaign, settings.senders())));
    }

    /** Never all anew: a campaign that is renamed while its messages are made keeps what is frozen for its accounts. */
    private Mono<Void> senders(WorkspaceId workspace, CampaignId campaign, Senders senders) {
        Long[] accounts = senders.accounts().stream().map(Id::value).toArray(Long[]::new);
        return database.sql(DROP_ACCOUNTS)
                .bind("campaign", campaign.value())
                .bind("accounts", accounts)
                .then()
                .then(Mono.defer(() -> database.sql(PUT_ACCOUNTS)
                        .bind("workspace", workspace.value())
                        .bind("campaign", campaign.value())
                        .bind("accounts", accounts)
                        .bind(
                                "weights",
                                senders.chosen().stream().map(Sender::weight).toArray(Integer[]::new))
                        .then()));
    }

    private Mono<Void> clear(String table, CampaignId campaign) {
        return database.sql("delete from " + table + " where campaign_id = :campaign")
                .bind("campaign", campaign.value())
                .then();
    }

    private Mono<Void> add(
            String sql, WorkspaceId workspace, CampaignId campaign, List<? extends Id> ids, String what) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(sql)
                .bind("workspace", workspace.value())
                .bind("campaign", campaign.value())
                .bind("ids", ids.stream().map(Id::value).toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .filter(added -> added == ids.size())
                .switchIfEmpty(Mono.error(() -> DomainException.invalid(
                        "/" + what + "s", what + "_not_found", "There is no such " + what + ".")))
                .then();
    }
}
