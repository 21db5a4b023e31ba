package dev.kurir.campaign.persistence;

import dev.kurir.campaign.Audit;
import dev.kurir.campaign.Campaign;
import dev.kurir.campaign.CampaignAccount;
import dev.kurir.campaign.CampaignState;
import dev.kurir.campaign.Lifecycle;
import dev.kurir.campaign.Named;
import dev.kurir.campaign.Rotation;
import dev.kurir.campaign.Skipped;
import dev.kurir.campaign.UncertainPolicy;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads rows of campaigns. */
final class CampaignRows {
    /** Names come along in arrays: one query at a time per connection. */
    static final String SELECT = """
            select c.id, c.workspace_id, c.version, c.name, c.state, c.release, c.subject, c.audience,
                   c.skipped_suppressed, c.skipped_unsubscribed, c.skipped_duplicate, c.skipped_no_address,
                   c.uncertain_policy, c.uncertain_after_minutes,
                   (select count(*) from trouble t
                     where t.workspace_id = c.workspace_id and t.campaign_id = c.id and t.state = 4) as unproven,
                   u.checked_at, u.accounted, u.differences::text as differences,
                   coalesce(c.problem, (select d.refused from dispatch d where d.campaign_id = c.id)) as problem,
                   c.sample, c.created_at, c.updated_at, c.started_at, c.done_at,
                   c.rotation,
                   array(select x.account_id from campaign_account x
                          where x.campaign_id = c.id order by x.place) as account_ids,
                   array(select a.name from campaign_account x join account a on a.id = x.account_id
                          where x.campaign_id = c.id order by x.place) as account_names,
                   array(select x.weight::int from campaign_account x
                          where x.campaign_id = c.id order by x.place) as account_weights,
                   array(select l.id from campaign_list x join contact_list l on l.id = x.list_id
                          where x.campaign_id = c.id order by lower(l.name), l.id) as list_ids,
                   array(select l.name from campaign_list x join contact_list l on l.id = x.list_id
                          where x.campaign_id = c.id order by lower(l.name), l.id) as list_names,
                   array(select t.id from campaign_tag x join tag t on t.id = x.tag_id
                          where x.campaign_id = c.id order by lower(t.name), t.id) as tag_ids,
                   array(select t.name from campaign_tag x join tag t on t.id = x.tag_id
                          where x.campaign_id = c.id order by lower(t.name), t.id) as tag_names,
                   w.id as team_id, w.name as team_name
              from campaign c
              left join team w on w.id = c.team_id
              left join campaign_audit u on u.campaign_id = c.id
            """;

    private CampaignRows() {}

    static Campaign campaign(Readable row) {
        return new Campaign(
                new CampaignId(number(row, "id")),
                new WorkspaceId(number(row, "workspace_id")),
                number(row, "version"),
                text(row, "name"),
                new Lifecycle(CampaignState.of(text(row, "state")), flag(row, "release")),
                accounts(row),
                Rotation.of(text(row, "rotation")),
                named(row, "list", ListId::new),
                named(row, "tag", TagId::new),
                team(row),
                text(row, "subject"),
                number(row, "audience"),
                new Skipped(
                        number(row, "skipped_suppressed"),
                        number(row, "skipped_unsubscribed"),
                        number(row, "skipped_duplicate"),
                        number(row, "skipped_no_address")),
                policy(row),
                number(row, "unproven"),
                audit(row),
                row.get("problem", String.class),
                flag(row, "sample"),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("updated_at", Instant.class)),
                row.get("started_at", Instant.class),
                row.get("done_at", Instant.class));
    }

    private static @Nullable Named<TeamId> team(Readable row) {
        Long id = row.get("team_id", Long.class);
        return id == null ? null : new Named<>(new TeamId(id), text(row, "team_name"));
    }

    private static @Nullable Audit audit(Readable row) {
        Instant at = row.get("checked_at", Instant.class);
        return at == null ? null : new Audit(at, number(row, "accounted"), AuditJson.read(text(row, "differences")));
    }

    static UncertainPolicy policy(Readable row) {
        Integer minutes = row.get("uncertain_after_minutes", Integer.class);
        return new UncertainPolicy(
                UncertainPolicy.Action.valueOf(text(row, "uncertain_policy").toUpperCase(Locale.ROOT)),
                minutes == null ? null : Duration.ofMinutes(minutes));
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }

    private static List<CampaignAccount> accounts(Readable row) {
        Integer[] weights = Objects.requireNonNull(row.get("account_weights", Integer[].class));
        List<Named<AccountId>> accounts = named(row, "account", AccountId::new);
        return IntStream.range(0, weights.length)
                .mapToObj(at -> new CampaignAccount(
                        accounts.get(at).id(), accounts.get(at).name(), weights[at]))
                .toList();
    }

    private static <T extends Id> List<Named<T>> named(Readable row, String what, LongFunction<T> id) {
        Long[] ids = Objects.requireNonNull(row.get(what + "_ids", Long[].class));
        String[] names = Objects.requireNonNull(row.get(what + "_names", String[].class));
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new Named<>(id.apply(ids[at]), names[at]))
                .toList();
    }
}
