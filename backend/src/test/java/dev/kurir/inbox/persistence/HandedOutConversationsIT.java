package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.InboxSettings;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** New conversations go to whoever is online, by a clock that the test moves. */
class HandedOutConversationsIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

    private final DatabaseClient database = DATABASE.client();
    private final R2dbcInboxSettings settings = new R2dbcInboxSettings(database);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void twoAgentsAndAManagerWhoAreOnline() {
        run(
                "truncate workspace, app_user, presence, team, team_member, inbox_settings, conversation, conversation_entry cascade");
        run("insert into workspace (id, name, created_at) overriding system value values (1, 'Test', now())");
        person(1, "Maya", "manager");
        person(2, "Budi", "agent");
        person(3, "Sari", "agent");
        online(1, NOW);
        online(2, NOW);
        online(3, NOW);
        settings.keep(new WorkspaceId(1), new InboxSettings(null, null, true)).block(PATIENCE);
    }

    @Test
    void nothingIsHandedOutUnlessSomebodyWantsIt() {
        settings.keep(new WorkspaceId(1), InboxSettings.NOTHING).block(PATIENCE);
        asked("new", NOW);

        assertThat(handOut(NOW)).isZero();
        assertThat(settings.find(new WorkspaceId(1)).block(PATIENCE)).isEqualTo(InboxSettings.NOTHING);
    }

    @Test
    void whoHasTheFewestGetsTheNextAndWhoWasGivenOneLongestAgoWhereTheyHaveTheSame() {
        asked("of Budi", NOW);
        run("update conversation set assignee_id = 2");
        List.of("a", "b", "c", "d", "e").forEach(subject -> asked(subject, NOW));

        assertThat(handOut(NOW.plusSeconds(1))).isEqualTo(5);
        assertThat(heldBy(2)).isEqualTo(3);
        assertThat(heldBy(3)).isEqualTo(3);

        run("update app_user set given_at = '2026-11-01T07:00Z' where id = 3");
        asked("f", NOW);
        assertThat(handOut(NOW.plusSeconds(2))).isOne();
        assertThat(holderOf("f")).containsExactly("Sari");
        run("update conversation set state = 'done' where assignee_id = 2");
        asked("g", NOW);
        handOut(NOW.plusSeconds(3));
        assertThat(holderOf("g")).containsExactly("Budi");
    }

    @Test
    void itIsALineOfNobodyAndNewsForTheScreens() {
        run("delete from presence where user_id = 2");
        run("truncate event");
        asked("new", NOW);

        assertThat(handOut(NOW)).isOne();

        assertThat(texts("""
                        select e.data ->> 'code' || ' ' || (e.data -> 'params' ->> 'to') || ' ' || coalesce(e.author, 'nobody')
                          from conversation_entry e where e.kind = 'line'
                        """)).containsExactly("assigned_by_itself Sari nobody");
        assertThat(texts("select c.subject from event v join conversation c on c.id = (v.payload ->> 'id')::bigint"))
                .containsExactly("new");
        assertThat(handOut(NOW)).isZero();
    }

    @Test
    void whoHasGoneGetsNothingAndWhatWaitsIsHandedOutWhenSomebodyComes() {
        Instant later = NOW.plus(Duration.ofHours(23));
        asked("waits", NOW);
        asked("too old", NOW.minus(Duration.ofHours(2)));

        assertThat(handOut(later)).isZero();
        online(3, later);
        assertThat(handOut(later)).isOne();

        assertThat(holderOf("waits")).containsExactly("Sari");
        assertThat(free()).containsExactly("too old");
    }

    @Test
    void whatIsATeamsGoesToItsMembersOnlyWhereItWantsThat() {
        run(
                "insert into team (id, workspace_id, name, created_at) overriding system value values (7, 1, 'Sales', now())");
        run("insert into team_member (team_id, user_id, workspace_id) values (7, 1, 1)");
        asked("for sales", NOW);
        run("update conversation set team_id = 7");
        asked("for everybody", NOW);

        assertThat(handOut(NOW)).isOne();
        assertThat(free()).containsExactly("for sales");
        run("update team set hands_out = true");
        assertThat(handOut(NOW)).isOne();
        assertThat(holderOf("for sales")).containsExactly("Maya");
    }

    @Test
    void onlyWhatAPersonWaitsForIsHandedOut() {
        asked("new", NOW);
        received("bounce", false, NOW);
        received("arrived before us", false, NOW);
        asked("answered", NOW.minusSeconds(9));
        entry("answered", "sent", false, NOW.minusSeconds(1));
        asked("done", NOW);
        run("update conversation set state = 'done' where subject = 'done'");
        asked("archived", NOW);
        run("update conversation set archived = true where subject = 'archived'");
        asked("merged", NOW);
        run("update conversation set merged_into = (select min(id) from conversation) where subject = 'merged'");
        run("update conversation set state = 'open' where subject in ('bounce', 'arrived before us')");

        assertThat(handOut(NOW)).isOne();
        assertThat(holderOf("new")).hasSize(1);
        assertThat(free()).containsExactly("answered", "archived", "arrived before us", "bounce", "done", "merged");
    }

    @Test
    void anAutomaticReplyDoesNotHideThatSomebodyWaits() {
        asked("new", NOW.minusSeconds(9));
        entry("new", "received", false, NOW);

        assertThat(handOut(NOW)).isOne();
    }

    @Test
    void whatAPersonGaveBackStaysUntilThereIsMoreOfIt() {
        asked("given back", NOW);
        run("""
                insert into conversation_entry (workspace_id, conversation_id, at, kind, author_id, author, data)
                select 1, id, now(), 'line', 2, 'Budi', '{"code": "unassigned", "params": {}}' from conversation
                """);

        assertThat(handOut(NOW)).isZero();
        entry("given back", "received", true, NOW);
        assertThat(handOut(NOW)).isOne();
    }

    @Test
    void whatAPersonTakesOverInTheSameMomentStaysTheirs() {
        asked("taken", NOW);
        asked("free", NOW);
        Connection person =
                Objects.requireNonNull(Mono.from(DATABASE.unpooled().create()).block(PATIENCE));
        Mono.from(person.beginTransaction()).block(PATIENCE);
        Mono.from(person.createStatement("update conversation set assignee_id = 1 where subject = 'taken'")
                        .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .block(PATIENCE);

        assertThat(handOut(NOW)).isOne();
        Mono.from(person.commitTransaction()).then(Mono.from(person.close())).block(PATIENCE);

        assertThat(handOut(NOW)).isZero();
        assertThat(holderOf("taken")).containsExactly("Maya");
        assertThat(texts("select data ->> 'code' from conversation_entry where kind = 'line'"))
                .hasSize(1);
    }

    @Test
    void manyNodesAtOnceHandEachOutOnceAndFairly() {
        Flux.range(1, 30).doOnNext(number -> asked("new " + number, NOW)).then().block(PATIENCE);

        Integer handed = Flux.range(1, 8)
                .flatMap(_ -> handing(NOW), 8)
                .reduce(0, Integer::sum)
                .block(PATIENCE);

        assertThat(handed).isEqualTo(30);
        assertThat(texts("select data ->> 'code' from conversation_entry where kind = 'line'"))
                .hasSize(30);
        assertThat(heldBy(2)).isEqualTo(15);
        assertThat(heldBy(3)).isEqualTo(15);
    }

    private void person(int id, String name, String role) {
        run("""
                insert into app_user (id, workspace_id, email, name, password_hash, role, language, created_at)
                overriding system value values (%1$d, 1, '%2$s@toko.test', '%2$s', '', '%3$s', 'en', now())
                """.formatted(id, name, role));
    }

    private void online(int user, Instant at) {
        run("""
                insert into presence (user_id, workspace_id, online_at) values (%d, 1, '%s')
                on conflict (user_id) do update set online_at = excluded.online_at
                """.formatted(user, at));
    }

    /** A mail of a person. */
    private void asked(String subject, Instant at) {
        received(subject, true, at);
    }

    private void received(String subject, boolean calls, Instant at) {
        run("""
                insert into conversation (workspace_id, account_id, subject, subject_key, person_name, person_address, state, last_at, created_at)
                values (1, 1, '%1$s', '%1$s', 'Ani', 'ani@x.test', 'open', '%2$s', '%2$s')
                """.formatted(subject, at));
        entry(subject, "received", calls, at);
    }

    private void entry(String subject, String kind, boolean calls, Instant at) {
        run("""
                select add_entry(id, '%s', '%s', null, null, null, '', '{}', '', '', %s, false) from conversation where subject = '%s'
                """.formatted(at, kind, calls, subject));
    }

    private int handOut(Instant now) {
        return Objects.requireNonNull(handing(now).block(PATIENCE));
    }

    private Mono<Integer> handing(Instant now) {
        return settings.handOut(now, now.minusSeconds(45), 100);
    }

    private List<String> holderOf(String subject) {
        return texts("select u.name from conversation c join app_user u on u.id = c.assignee_id where c.subject = '"
                + subject + "'");
    }

    private List<String> free() {
        return texts("select subject from conversation where assignee_id is null order by subject");
    }

    private int heldBy(int user) {
        return texts("select subject from conversation where assignee_id = " + user)
                .size();
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block(PATIENCE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
