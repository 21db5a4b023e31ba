package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A conversation hears of answers that never left. */
class UnsentAnswersIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final DatabaseClient database = DATABASE.client();
    private final R2dbcChangedConversations conversations = new R2dbcChangedConversations(database);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        run("delete from conversation");
        run("delete from message_input");
        run("delete from message");
        run(
                "insert into workspace (id, name, created_at) overriding system value values (1, 'Test', now()) on conflict do nothing");
    }

    @ParameterizedTest
    @CsvSource({"5, rejected", "7, suppressed", "9, expired", "10, failed"})
    void whatNeverLeftIsALineAndWaitsForSomebodyAgain(int state, String reason) {
        answered(state, "{}");

        assertThat(tell()).isOne();
        assertThat(tell()).isZero();

        assertThat(texts(
                        "select data -> 'params' ->> 'to' || ' ' || (data -> 'params' ->> 'reason') from conversation_entry"
                                + " where kind = 'line' and data ->> 'code' = 'not_sent' and calls"))
                .containsExactly("ani@elsewhere.test " + reason);
        assertThat(
                        texts(
                                "select state || ' ' || archived || ' ' || unread || ' ' || (waiting_since is not null) from conversation"))
                .containsExactly("open false 1 true");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "6", "8"})
    void whatLeftOrMayLeaveOrWasTakenBackIsNone(int state) {
        answered(state, "{}");
        assertThat(tell()).isZero();
        assertThat(texts("select state from conversation")).containsExactly("done");
    }

    @Test
    void anAutomaticAnswerThatNeverLeftCallsNobody() {
        answered(5, "{\"automatic\": true}");
        assertThat(tell()).isZero();
    }

    private int tell() {
        return Objects.requireNonNull(conversations.tellUnsent(NOW, 10).block(PATIENCE));
    }

    /** A conversation that is done with an answer whose message is in this state. */
    private void answered(int state, String data) {
        run("""
                with c as (insert into conversation (workspace_id, account_id, subject, subject_key, person_name, person_address, state, archived, last_kind,
                                                     last_at, created_at)
                           values (1, 1, 'Harga', 'harga', 'Ani', 'ani@elsewhere.test', 'done', true, 'sent', now(), now()) returning id),
                     m as (insert into message (workspace_id, account_id, created_at, changed_at, address_hash, state)
                           values (1, 1, now(), now(), '\\x01', %d) returning id),
                     i as (insert into message_input (message_id, workspace_id, draft_id, address)
                           select id, 1, 1, 'ani@elsewhere.test' from m),
                     e as (insert into conversation_entry (workspace_id, conversation_id, at, kind, data)
                           select 1, id, now(), 'sent', '%s' from c returning id, conversation_id)
                insert into entry_message (message_id, workspace_id, entry_id, conversation_id)
                select m.id, 1, e.id, e.conversation_id from m, e
                """.formatted(state, data));
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block(PATIENCE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
