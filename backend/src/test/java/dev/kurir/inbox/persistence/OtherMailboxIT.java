package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.Start;
import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** An account that is pointed at another mailbox: what lies there was there before us, however recent it is. */
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class OtherMailboxIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant YESTERDAY = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant TODAY = YESTERDAY.plus(Duration.ofDays(1));
    private static final Watched ACCOUNT = new Watched(SalesAccount.ID, SalesAccount.WORKSPACE, 1, 1);

    private final DatabaseClient database = DATABASE.client();
    private final R2dbcMailboxes mailboxes = new R2dbcMailboxes(database, Clock.systemUTC());

    @BeforeAll
    static void account() {
        SalesAccount.insert(DATABASE.client());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void whatLiesInAnotherMailboxIsOldWhileANewNumberingKeepsWhatIsNew() {
        begin(7, YESTERDAY);
        assertThat(begin(8, TODAY).isBaseline(50, TODAY)).isFalse();

        run(database, "update account set name = 'Sales 2', imap_port = 143 where id = 41");
        assertThat(found().uidValidity()).isEqualTo(8);
        run(database, "update account set imap_username = 'other' where id = 41");

        assertThat(found().uidValidity()).isZero();
        assertThat(begin(8, TODAY).isBaseline(50, TODAY)).isTrue();
        assertThat(found().isBaseline(100, Instant.now())).isFalse();
    }

    private Mailbox begin(long validity, Instant now) {
        Start start = new Start(validity, 100, 1, 99, now);
        return Objects.requireNonNull(
                mailboxes.begin(ACCOUNT, Role.INBOX, "INBOX", start).block(PATIENCE));
    }

    private Mailbox found() {
        return Objects.requireNonNull(
                mailboxes.find(ACCOUNT.accountId(), Role.INBOX).block(PATIENCE));
    }

    private static void run(DatabaseClient database, String sql) {
        database.sql(sql).then().block(PATIENCE);
    }
}
