package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.InboxSettings;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Conversations end by themselves, by a clock that the test moves. */
class SettledConversationsIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant SAID = Instant.parse("2026-11-01T08:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId(1);

    private final DatabaseClient database = DATABASE.client();
    private final R2dbcInboxSettings settings = new R2dbcInboxSettings(database);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() {
        run("delete from conversation_entry");
        run("delete from conversation");
        run("delete from inbox_settings");
        run(
                "insert into workspace (id, name, created_at) overriding system value values (1, 'Test', now()) on conflict do nothing");
    }

    @Test
    void nothingHappensUnlessSomebodyWantsIt() {
        conversation("quiet", "open", "sent", "null");

        assertThat(settle(SAID.plus(Duration.ofDays(900)))).isZero();
        assertThat(settings.find(WORKSPACE).block(PATIENCE)).isEqualTo(InboxSettings.NOTHING);
    }

    @Test
    void whatNobodyAnsweredIsDoneWhenItsHoursAreOver() {
        keep(new InboxSettings(72, null, false));
        conversation("quiet", "open", "sent", "null");
        conversation("asked", "open", "received", "now()");
        conversation("noted", "open", "note", "null");
        conversation("asleep", "snoozed", "sent", "null");
        conversation("pinned", "open", "sent", "null");
        run("update conversation set pinned = true where subject = 'pinned'");

        assertThat(settle(SAID.plus(Duration.ofDays(3)).minusSeconds(1))).isZero();
        assertThat(settle(SAID.plus(Duration.ofDays(3)))).isOne();

        assertThat(in("state = 'done'")).containsExactly("quiet");
        assertThat(texts("select data ->> 'code' || ' ' || (data -> 'params' ->> 'hours') from conversation_entry"))
                .containsExactly("done_by_itself 72");
    }

    @Test
    void whatIsStillToBeSentIsNotDone() {
        keep(new InboxSettings(1, null, false));
        conversation("later", "open", "sent", "null");
        run("""
                with m as (insert into message (workspace_id, account_id, created_at, changed_at, address_hash)
                           values (1, 1, now(), now(), '\\x01') returning id),
                     e as (insert into conversation_entry (workspace_id, conversation_id, at, kind)
                           select 1, id, now(), 'sent' from conversation returning id, conversation_id)
                insert into entry_message (message_id, workspace_id, entry_id, conversation_id)
                select m.id, 1, e.id, e.conversation_id from m, e
                """);

        assertThat(settle(SAID.plus(Duration.ofDays(30)))).isZero();
        run("update message set state = 4");
        assertThat(settle(SAID.plus(Duration.ofDays(30)))).isOne();
    }

    @Test
    void whatIsDoneIsArchivedLaterAndNotWhenItWasDoneJustNow() {
        keep(new InboxSettings(24, 48, false));
        conversation("quiet", "open", "sent", "null");
        Instant done = SAID.plus(Duration.ofHours(100));

        assertThat(settle(done)).isOne();
        assertThat(in("archived")).isEmpty();
        assertThat(settle(done.plus(Duration.ofHours(49)))).isOne();

        assertThat(in("archived and state = 'done'")).containsExactly("quiet");
        assertThat(settle(done.plus(Duration.ofDays(9)))).isZero();
    }

    private void conversation(String subject, String state, String kind, String waiting) {
        run("""
                insert into conversation (workspace_id, account_id, subject, subject_key, person_name, person_address, state,
                       snoozed_until, last_kind, last_at, waiting_since, created_at)
                values (1, 1, '%1$s', '%1$s', 'Ani', 'ani@x.test', '%2$s', case '%2$s' when 'snoozed' then now() end, '%3$s',
                       '%5$s', %4$s, '%5$s')
                """.formatted(subject, state, kind, waiting, SAID));
    }

    private void keep(InboxSettings wanted) {
        settings.keep(WORKSPACE, wanted).block(PATIENCE);
    }

    private int settle(Instant now) {
        return Objects.requireNonNull(settings.settle(now, 10).block(PATIENCE));
    }

    private List<String> in(String condition) {
        return texts("select subject from conversation where " + condition + " order by subject");
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block(PATIENCE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
