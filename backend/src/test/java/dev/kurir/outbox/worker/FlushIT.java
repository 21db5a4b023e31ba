package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** The flush as the database sees it, when what it is told is late, doubtful or from somebody who is not in charge. */
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class FlushIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int QUEUED = 1;
    private static final int SENDING = 2;
    private static final int ACCEPTED = 4;
    private static final int REJECTED = 5;

    private final DatabaseClient database = DATABASE.client();
    private long node;
    private long account;
    private long message;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void oneMessageOfAnOwnedAccount() {
        run("truncate message, queue, dispatch, due, trouble, attempt, account_owner, node");
        run("update instance set sending = 'ON'");
        run("insert into instance (id, system_id, database_oid, id_key, link_key, alive_at)"
                + " values (gen_random_uuid(), 's', 1, '', '', now()) on conflict do nothing");
        long workspace = number("insert into workspace (name, created_at) values ('w', now()) returning id");
        account = number("""
                with c as (insert into category (workspace_id, name, created_at) values (%1$d, 'a', now()) returning id)
                insert into account (workspace_id, name, category_id, from_address, username, smtp_host, smtp_port, smtp_security,
                                     created_at, updated_at)
                select %1$d, 'a', id, 'a@sandbox.test', 'a', 'localhost', 25, 'none', now(), now() from c
                returning id""".formatted(workspace));
        node = newOwner(1);
        run("insert into dispatch values (7, %d, 'OPEN')".formatted(workspace));
        run(
                "insert into queue (account_id, campaign_id, workspace_id, last_ordinal, n_queued) values (%d, 7, %d, 900000, 1)"
                        .formatted(account, workspace));
        message = number("""
                insert into message (workspace_id, campaign_id, account_id, ordinal, created_at, changed_at, address_hash)
                values (%d, 7, %d, 800000, now(), now(), '\\x01') returning id""".formatted(workspace, account));
        run(
                "insert into message_input (message_id, workspace_id, draft_id, address) values (%d, %d, 1, 'u@sandbox.test')"
                        .formatted(message, workspace));
    }

    @Test
    void aRefusedEnvelopeIsNothingWhereANewOwnerMadeTheSameAttempt() {
        long other = newOwner(2);
        assertThat(intent(other, 2)).isEqualTo("GRANTED");

        outcome(node, 1L, REJECTED);

        assertThat(state()).isEqualTo(SENDING);
    }

    @Test
    void aMessageIsNotGivenBackUnderTheHandsOfANewOwner() {
        long other = newOwner(2);
        intent(other, 2);

        outcome(node, 1L, QUEUED);

        assertThat(state()).isEqualTo(SENDING);
        outcome(other, null, ACCEPTED);
        assertThat(state()).isEqualTo(ACCEPTED);
    }

    @Test
    void theOwnerMayGiveBackWhatItsOwnUnknownCommitTook() {
        intent(node, 1);

        outcome(node, 1L, QUEUED);

        assertThat(state()).isEqualTo(QUEUED);
        assertThat(number("select count(*) from due where message_id = " + message))
                .isOne();
    }

    @Test
    void aReplyThatWasReadCountsWhoeverWritesIt() {
        intent(node, 1);
        newOwner(2);

        outcome(node, null, ACCEPTED);

        assertThat(state()).isEqualTo(ACCEPTED);
    }

    @Test
    void aConnectionThatWasGivenUpCanDoNothingMore() {
        run("update node set session = session + 1 where id = " + node);

        assertThatThrownBy(() -> intent(node, 1)).hasMessageContaining("given up");
        assertThat(state()).isEqualTo(QUEUED);
    }

    @Test
    void whatAnEarlierOwnershipWalkedIsForgotten() {
        newOwner(2);
        run("update account_owner set node_id = %d, fence = 3 where account_id = %d".formatted(node, account));

        watermark(1);
        assertThat(number("select watermark from queue where account_id = " + account))
                .isOne();

        watermark(3);
        assertThat(number("select watermark from queue where account_id = " + account))
                .isEqualTo(500);
    }

    @Test
    void aTakeOverFindsWhatIsUnderWayHoweverFarAhead() {
        intent(node, 1);
        EngineReads reads = new EngineReads(
                database,
                new PickedRows(database, null, JsonMapper.builder().build(), Clock.systemUTC()),
                Clock.systemUTC());

        List<Ending> found = Objects.requireNonNull(
                reads.underWay(new dev.kurir.kernel.AccountId(account)).block(SOON));

        assertThat(found).extracting(Ending::message).containsExactly(message);
    }

    @Test
    void aLaggardThatHasJustEndedIsNotSetAside() {
        intent(node, 1);
        outcome(node, null, ACCEPTED);
        EngineReads reads = new EngineReads(
                database,
                new PickedRows(database, null, JsonMapper.builder().build(), Clock.systemUTC()),
                Clock.systemUTC());

        reads.setAside(message).block(SOON);

        assertThat(number("select count(*) from due")).isZero();
    }

    /** A node that owns the account under this fence. */
    private long newOwner(long fence) {
        long id = number("insert into node (name, boot, lease_until, started_at)"
                + " values ('n', gen_random_uuid(), now() + interval '1 hour', now()) returning id");
        run("""
                insert into account_owner (account_id, workspace_id, node_id, fence)
                select id, workspace_id, %d, %d from account where id = %d
                on conflict (account_id) do update set node_id = excluded.node_id, fence = excluded.fence
                """.formatted(id, fence, account));
        return id;
    }

    private String intent(long by, long fence) {
        return Objects.requireNonNull(database.sql("""
                        select verdict from flush(%d, 0, array[%d]::bigint[], array[0], array[%d]::bigint[], array[now()],
                            '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
                        """.formatted(by, message, fence))
                .mapValue(String.class)
                .one()
                .block(SOON));
    }

    private void outcome(long by, Long fence, int state) {
        run("""
                select flush(%d, 0, '{}', '{}', '{}', '{}', array[%d]::bigint[], array[1], array[%s]::bigint[], array[%d], array[8],
                    array[250], array[null], array[null], array['x'], array[now()], array[now()], array[now()],
                    '{}', '{}', '{}', '{}')
                """.formatted(by, message, fence, state));
    }

    private void watermark(long fence) {
        run("""
                select flush(%d, 0, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                    array[%d]::bigint[], array[7]::bigint[], array[%d]::bigint[], array[500]::bigint[])
                """.formatted(node, account, fence));
    }

    private int state() {
        return (int) number("select state::bigint from message where id = " + message);
    }

    private long number(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(SOON));
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block(SOON);
    }
}
