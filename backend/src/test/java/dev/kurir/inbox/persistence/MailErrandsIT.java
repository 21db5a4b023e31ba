package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.MailErrands.Due;
import dev.kurir.inbox.MailErrands.What;
import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is to be done on a mail server, and what has to wait. */
class MailErrandsIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final DatabaseClient database = DATABASE.client();
    private final R2dbcMailErrands errands = new R2dbcMailErrands(database);

    @BeforeAll
    static void account() {
        SalesAccount.insert(DATABASE.client());
        run(
                DATABASE.client(),
                "insert into account_owner (account_id, workspace_id, node_id, fence) values (41, 1, 7, 1)");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void manyAnswersThatWaitHoldUpNoCopyOfWhatWasAccepted() {
        written(60, 1);
        written(1, 4);

        List<Due> due = errands.due(7, NOW, 100).blockOptional(PATIENCE).orElseThrow();

        assertThat(due).singleElement().extracting(Due::what).isInstanceOf(What.KeepCopy.class);
    }

    /** So many answers, each as one message in this state, that are to be kept. */
    private void written(int count, int state) {
        run(database, """
                with c as (insert into conversation (workspace_id, account_id, subject, subject_key, person_name, person_address, state,
                                                     last_kind, last_at, created_at)
                           values (1, 41, 'Harga', 'harga', 'Ani', 'ani@elsewhere.test', 'open', 'sent', now(), now()) returning id),
                     e as (insert into conversation_entry (workspace_id, conversation_id, at, kind)
                           select 1, c.id, now(), 'sent' from c, generate_series(1, %1$d) returning id, conversation_id),
                     m as (insert into message (workspace_id, account_id, created_at, changed_at, address_hash, state)
                           select 1, 41, now(), now(), '\\x01', %2$d from generate_series(1, %1$d) returning id),
                     em as (insert into entry_message (message_id, workspace_id, entry_id, conversation_id)
                            select n.id, 1, f.id, f.conversation_id
                              from (select id, row_number() over (order by id) as place from m) n
                              join (select id, conversation_id, row_number() over (order by id) as place from e) f using (place))
                insert into mail_errand (workspace_id, account_id, entry_id, due_at)
                select 1, 41, id, timestamptz '2026-11-01 08:00Z' + %2$d * interval '1 minute' from e
                """.formatted(count, state));
    }

    private static void run(DatabaseClient database, String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
