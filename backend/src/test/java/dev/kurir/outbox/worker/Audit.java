package dev.kurir.outbox.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            from trouble t full join (
                select id, state from message where state in (5, 6, 7, 9, 10) or (state = 4 and reply_code is null)) m on m.id = t.message_id
            where t.state is distinct from m.state or (t.state = 4) <> (t.basis is not null)
            union all
            select 'counters of ' || q.account_id || '/' || q.campaign_id || ' say '
                   || array[n_queued, n_sending, n_deferred, n_accepted, n_rejected, n_uncertain, n_suppressed, n_cancelled, n_expired, n_failed]::text
                   || ' but there are ' || c.n::text
            from queue q join counted c using (account_id, campaign_id)
            where c.n <> array[n_queued, n_sending, n_deferred, n_accepted, n_rejected, n_uncertain, n_suppressed, n_cancelled, n_expired, n_failed]
            union all
            select 'accepted ' || count(*) || ' times: message ' || message_id from attempt where outcome = 4 and code is not null
            group by message_id having count(*) > 1 + count(*) filter (where reason = 'sent_again')
            union all
            select 'accepted without a reply and without a decision: message ' || m.id from message m where m.state = 4
              and not exists (select from attempt a where a.message_id = m.id and a.outcome = 4 and a.attempt = m.attempt and (
                  (a.code between 200 and 299 and m.reply_code = a.code) or (a.reason = 'assumed' and m.reply_code is null)))
            union all
            select 'to be sent again, but not uncertain before: message ' || d.message_id from due d where d.kind = 'again'
              and not exists (select from attempt a where a.message_id = d.message_id and a.reason = 'sent_again')
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
    List<String> contradictions(ChaosMail mail, Map<Long, Integer> sentAgain) {
        List<String> found = new ArrayList<>(mail.breaches);
        mail.taken.forEach((id, times) -> {
            if (times.get() > 1 + sentAgain.getOrDefault(id, 0)) {
                found.add("taken " + times + " times: message " + id);
            }
        });
        database.sql("select id, state::int, attempt::int, coalesce(reply_code, 0)::int from message")
                .map(row -> new Row(number(row.get(0)), number(row.get(1)), number(row.get(2)), number(row.get(3)) > 0))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow()
                .forEach(row -> contradiction(row, mail, sentAgain.containsKey(row.id()), found));
        return found;
    }

    private record Row(long id, long state, long attempts, boolean hasReply) {}

    private static void contradiction(Row row, ChaosMail mail, boolean wasSentAgain, List<String> found) {
        long id = row.id();
        boolean taken = mail.taken.containsKey(id);
        if (row.state() == 4 && row.hasReply() && !taken) {
            found.add("said accepted, but no server took it: message " + id);
        }
        // what a person sends again although it has arrived may end anyhow
        if (taken && row.state() != 4 && row.state() != 6 && !wasSentAgain) {
            found.add("taken by the server, but it stands at " + row.state() + ": message " + id);
        }
        if (mail.begun.containsKey(id) && mail.begun.get(id).get() > row.attempts()) {
            found.add("begun " + mail.begun.get(id) + " times with " + row.attempts() + " intents: message " + id);
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
