package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Which refusals, on which days, take an address off the list although no single one of them would. */
class StrikesIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SOMEBODY = "\\x01";
    private static final String SOMEBODY_ELSE = "\\x02";

    private final DatabaseClient database = DATABASE.client();
    private long workspace;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void anEmptyWorkspace() {
        workspace = number("insert into workspace (name, created_at) values ('w', now()) returning id");
    }

    @Test
    void aMailboxThatIsFullOnThreeDaysOverAWeekIsMailedNoMore() {
        full(SOMEBODY, 1);
        full(SOMEBODY, 4);
        assertThat(suppressed()).isZero();

        full(SOMEBODY, 8);

        assertThat(suppressed()).isOne();
        assertThat(number("select count(*) from suppression where workspace_id = " + workspace
                        + " and reason = 'hard_bounce' and note = 'the words of day 8' and address_hash = '\\x01'"))
                .isOne();
    }

    @Test
    void aWeekThatIsNotOverIsTooShortForAFullMailbox() {
        for (int day = 1; day <= 7; day++) {
            full(SOMEBODY, day);
        }

        assertThat(suppressed()).isZero();
    }

    @Test
    void theTriesOfOneDayAreOneStrike() {
        for (int attempt = 0; attempt < 5; attempt++) {
            full(SOMEBODY, 1);
            refused(SOMEBODY, 1);
        }
        full(SOMEBODY, 9);
        refused(SOMEBODY, 9);

        assertThat(suppressed()).isZero();
    }

    @Test
    void whatNobodyCanReadOnThreeDaysIsEnoughWithoutAWeek() {
        refused(SOMEBODY, 1);
        refused(SOMEBODY, 2);
        assertThat(suppressed()).isZero();

        refused(SOMEBODY, 3);

        assertThat(suppressed()).isOne();
    }

    @Test
    void theTwoKindsAreNotAddedUp() {
        full(SOMEBODY, 1);
        refused(SOMEBODY, 4);
        refused(SOMEBODY, 5);
        full(SOMEBODY, 9);

        assertThat(suppressed()).isZero();
    }

    @Test
    void anotherAddressAndAnotherWorkspaceCountForThemselves() {
        refused(SOMEBODY, 1);
        refused(SOMEBODY, 2);
        refused(SOMEBODY_ELSE, 3);
        assertThat(suppressed()).isZero();

        anEmptyWorkspace();
        refused(SOMEBODY, 3);

        assertThat(suppressed()).isZero();
    }

    @Test
    void aMessageThatIsAcceptedInBetweenMakesTheCountBeginAnew() {
        full(SOMEBODY, 1);
        full(SOMEBODY, 4);
        refused(SOMEBODY, 3);
        refused(SOMEBODY, 4);
        accepted(SOMEBODY, 5);

        full(SOMEBODY, 9);
        refused(SOMEBODY, 9);
        assertThat(suppressed()).isZero();

        full(SOMEBODY, 12);
        full(SOMEBODY, 16);
        assertThat(suppressed()).isOne();
    }

    @Test
    void whatSomebodyElseAcceptsForgivesNobody() {
        refused(SOMEBODY, 1);
        refused(SOMEBODY, 2);
        accepted(SOMEBODY_ELSE, 2);
        refused(SOMEBODY, 3);

        assertThat(suppressed()).isOne();
    }

    @Test
    void anAcceptanceThatIsWrittenLateForgivesOnlyWhatWasBeforeIt() {
        refused(SOMEBODY, 2);
        refused(SOMEBODY, 3);
        accepted(SOMEBODY, 1);
        refused(SOMEBODY, 4);

        assertThat(suppressed()).isOne();
    }

    @Test
    void whatIsAMonthAgoIsForgotten() {
        refused(SOMEBODY, 1);
        refused(SOMEBODY, 20);
        refused(SOMEBODY, 31);

        assertThat(suppressed()).isZero();
        assertThat(number("select count(*) from strike where workspace_id = " + workspace))
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongWithUsIsNobodysStrike() {
        for (int day = 1; day <= 9; day++) {
            outcome(SOMEBODY, day, 10, "content");
            outcome(SOMEBODY, day, 10, "protocol");
            outcome(SOMEBODY, day, 5, "policy");
            outcome(SOMEBODY, day, 3, "soft");
        }

        assertThat(suppressed()).isZero();
        assertThat(number("select count(*) from strike where workspace_id = " + workspace))
                .isZero();
    }

    private void full(String address, int day) {
        outcome(address, day, 3, "mailbox_full");
    }

    private void refused(String address, int day) {
        outcome(address, day, 5, "unknown");
    }

    private void accepted(String address, int day) {
        outcome(address, day, 4, "none");
    }

    private long suppressed() {
        return number("select count(*) from suppression where workspace_id = " + workspace);
    }

    /** A message of its own to this address ends so on that day of October, as a flush writes it. */
    private void outcome(String address, int day, int state, String reason) {
        long message = number("""
                with m as (
                    insert into message (workspace_id, account_id, state, attempt, created_at, changed_at, address_hash)
                    values (%d, 1, 2, 1, now(), now(), '%s') returning id, workspace_id)
                insert into message_input (message_id, workspace_id, draft_id, address)
                select id, workspace_id, 1, 'u@sandbox.test' from m returning message_id""".formatted(workspace, address));
        String ended = "timestamptz '2026-10-01 12:00Z' + interval '%d days'".formatted(day - 1);
        run(String.format(Locale.ROOT, """
                select flush_outcomes(array[%d]::bigint[], array[1], array[null]::bigint[], array[%d], array[8], array[550],
                    array['%s'], array[null]::text[], array['the words of day %d'], array[null]::timestamptz[], array[%s],
                    array[null]::timestamptz[])
                """, message, state, reason, day, ended));
    }

    private long number(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(SOON));
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block(SOON);
    }
}
