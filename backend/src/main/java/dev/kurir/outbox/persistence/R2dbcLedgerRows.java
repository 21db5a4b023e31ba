package dev.kurir.outbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.LedgerRow;
import dev.kurir.outbox.LedgerRows;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.StateCounts;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLedgerRows implements LedgerRows {
    private final DatabaseClient database;

    R2dbcLedgerRows(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<LedgerRow>> page(CampaignId campaign, AccountId account, long after, int limit) {
        return database.sql("""
                        with page as materialized (
                            select * from message m
                            where m.account_id = :account and m.campaign_id = :campaign and m.campaign_id > 0 and m.ordinal > :after
                            order by m.ordinal limit :limit)
                        select m.id, m.ordinal, i.address, i.name, a.name as account,
                               case when m.state in (1, 3) and d.state = 'CANCELLED' then 8 else m.state end as state,
                               r.basis, m.attempt, m.changed_at, l.code, l.enhanced, l.reason, l.reply,
                               exists (select from attempt x
                                       where x.message_id = m.id and x.outcome = 6 and x.attempt < m.attempt) as had_doubt
                        from page m
                        join message_input i on i.message_id = m.id join account a on a.id = m.account_id
                        left join dispatch d on d.campaign_id = m.campaign_id
                        left join trouble r on r.message_id = m.id
                        left join lateral (
                            select x.code, x.enhanced, x.reason, x.reply from attempt x
                            where x.message_id = m.id order by x.seq desc limit 1) l on true
                        order by m.ordinal
                        """)
                .bind("campaign", campaign.value())
                .bind("account", account.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(R2dbcLedgerRows::row)
                .all()
                .collectList();
    }

    @Override
    public Mono<StateCounts> count(CampaignId campaign) {
        return database.sql("""
                        with found as (select m.state, count(*) as n from message m where m.campaign_id = :campaign group by m.state)
                        select s.state, coalesce(f.n, 0)::bigint as n
                        from generate_series(1, 10) s (state) left join found f on f.state = s.state order by s.state
                        """)
                .bind("campaign", campaign.value())
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .all()
                .collectList()
                .map(StateCounts::of);
    }

    private static LedgerRow row(Readable row) {
        return new LedgerRow(
                new MessageId(get(row, "id", Long.class)),
                get(row, "ordinal", Long.class),
                get(row, "address", String.class),
                get(row, "name", String.class),
                get(row, "account", String.class),
                MessageState.of(get(row, "state", Integer.class)),
                basis(row.get("basis", String.class)),
                get(row, "attempt", Integer.class),
                get(row, "changed_at", Instant.class),
                row.get("code", Integer.class),
                row.get("enhanced", String.class),
                row.get("reason", String.class),
                row.get("reply", String.class),
                get(row, "had_doubt", Boolean.class));
    }

    private static Settlement.@Nullable Basis basis(@Nullable String word) {
        return word == null ? null : Settlement.Basis.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
