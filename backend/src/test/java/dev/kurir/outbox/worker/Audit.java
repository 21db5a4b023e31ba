package dev.kurir.outbox.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;

/** What must hold behind every commit, seen in one snapshot. */
final class Audit {
    private static final String BREACHES = """
            with seen as (
                select m.*, q.watermark, d.kind, d.message_id is not null as is_due from message m
                left join queue q using (account_id, campaign_id) left join due d on d.message_id = m.id
            ), counted as (
                select account_id, campaign_id, array_agg(n order by s) as n from (
                    select q.account_id, q.campaign_id, s, (select count(*) from message m
                        where m.account_id = q.account_id and m.campaign_id = q.campaign_id and m.state = s) as n
                    from queue q cross join generate_series(1, 10) s) c
                group by account_id, campaign_id)
            select 'no owner can find message ' || id || ' (state ' || state || ', attempt ' || attempt || ', ordinal ' || ordinal
                   || ', watermark ' || watermark || ')' as breach
            from seen where state in (1, 2, 3) and not is_due
              and not (campaign_id > 0 and ordinal >= watermark and (state = 2 or (state = 1 and attempt = 0)))
            union all
            select 'due but over: message ' || message_id || ' (state ' || coalesce(m.state, 0) || ', kind ' || d.kind || ')'
            from due d left join message m on m.id = d.message_id where m.id is null or m.state not in (1, 2, 3)
            union all
            select 'trouble list: message ' || coalesce(t.message_id, m.id) || ' listed ' || coalesce(t.state, 0) || ', is ' || m.state
            from trouble t full join (select id, state from message where state in (5, 6, 7, 9, 10)) m on m.id = t.message_id
            where t.state is distinct from m.state
            union all
            select 'counters of ' || q.account_id || '/' || q.campaign_id || ' say '
                   || array[n_queued, n_sending, n_deferred, n_accepted, n_rejected, n_uncertain, n_suppressed, n_cancelled, n_expired, n_failed]::text
                   || ' but there are ' || c.n::text
            from queue q join counted c using (account_id, campaign_id)
            where c.n <> array[n_queued, n_sending, n_deferred, n_accepted, n_rejected, n_uncertain, n_suppressed, n_cancelled, n_expired, n_failed]
            union all
            select 'accepted ' || count(*) || ' times: message ' || message_id from attempt where outcome = 4
            group by message_id having count(*) > 1
            """;

    private final DatabaseClient database;

    Audit(DatabaseClient database) {
        this.database = database;
    }

    /** What does not hold right now; empty when all is well. */
    List<String> breaches() {
        return texts(BREACHES);
    }

    /** What keeps the campaigns from being done. */
    List<String> unfinished() {
        return texts("""
                select 'still ' || state || ': message ' || id || ', ordinal ' || ordinal from message where state in (1, 2, 3)
                union all select 'still due: message ' || message_id || ', ' || kind from due
                union all
                select 'order not walked: campaign ' || q.campaign_id || ' at ' || watermark || ' of ' || last_ordinal
                from queue q join dispatch d using (campaign_id)
                where watermark <= last_ordinal and d.state <> 'CANCELLED'
                """);
    }

    /** What the server knows and the database contradicts. */
    List<String> contradictions(ChaosMail mail) {
        List<String> found = new ArrayList<>(mail.breaches);
        mail.taken.forEach((id, times) -> {
            if (times.get() > 1) {
                found.add("taken " + times + " times: message " + id);
            }
        });
        database.sql("select id, state::int, attempt::int from message")
                .map(row -> new long[] {number(row.get(0)), number(row.get(1)), number(row.get(2))})
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow()
                .forEach(row -> contradiction(row[0], row[1], row[2], mail, found));
        return found;
    }

    private static void contradiction(long id, long state, long attempts, ChaosMail mail, List<String> found) {
        boolean taken = mail.taken.containsKey(id);
        if (state == 4 && !taken) {
            found.add("said accepted, but no server took it: message " + id);
        }
        if (taken && state != 4 && state != 6) {
            found.add("taken by the server, but it stands at " + state + ": message " + id);
        }
        if (mail.begun.containsKey(id) && mail.begun.get(id).get() > attempts) {
            found.add("begun " + mail.begun.get(id) + " times with " + attempts + " intents: message " + id);
        }
    }

    private List<String> texts(String sql) {
        return database.sql(sql)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static long number(Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
