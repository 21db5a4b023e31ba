package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryEvidence;
import dev.kurir.outbox.DeliveryEvidence.Doubt;
import dev.kurir.outbox.DeliveryEvidence.Finding;
import dev.kurir.outbox.DeliveryEvidenceContract;
import dev.kurir.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the mailboxes know of messages that nobody has seen the reply to. */
class R2dbcEvidenceIT implements DeliveryEvidenceContract {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final long IN_SENT = 7;
    private static final long BOUNCED = 8;
    private static final long ANSWERED = 9;
    private static final long UNKNOWN = 10;

    private final DatabaseClient database = DATABASE.client();

    @BeforeAll
    static void mails() {
        run("insert into workspace (name, created_at) values ('Test', now())");
        run("""
                insert into mailbox (workspace_id, account_id, role, name, uid_validity, next_uid, backfill_uid, backfill_until, live_since)
                values (1, 1, 'sent', 'Sent Items', 1, 2, 1, 1, now())
                """);
        run("""
                insert into mail (workspace_id, account_id, sha256, header_sha256, size, received_at, baseline, role, message_id)
                values (1, 1, '\\x01', '\\x01', 1, now(), false, 'sent', 7)
                """);
        run("insert into mailbox_copy (mailbox_id, uid_validity, uid, workspace_id, mail_id) values (1, 1, 1, 1, 1)");
        run("""
                insert into message_mark (message_id, kind, workspace_id, account_id, at, detail)
                values (7, 'replied', 1, 1, now(), null), (8, 'bounced', 1, 1, now(), '5.1.1 no such user'), (9, 'auto_replied', 1, 1, now(), null)
                """);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public DeliveryEvidence evidence() {
        return new R2dbcEvidence(database);
    }

    @Override
    public Doubt known() {
        return DeliveryEvidenceContract.doubt(IN_SENT);
    }

    @Override
    public Doubt unknown() {
        return DeliveryEvidenceContract.doubt(UNKNOWN);
    }

    @Test
    void whatWasFoundSaysWhere() {
        List<Finding> found = Objects.requireNonNull(evidence()
                .look(List.of(
                        known(), DeliveryEvidenceContract.doubt(BOUNCED), DeliveryEvidenceContract.doubt(ANSWERED)))
                .block(Duration.ofSeconds(10)));

        assertThat(found)
                .extracting(one -> one.id().value() + " " + one.kind() + " " + one.detail())
                .containsExactlyInAnyOrder(
                        "7 SENT_FOLDER Sent Items", "8 BOUNCE 5.1.1 no such user", "9 REPLY auto_replied");
    }

    private static void run(String sql) {
        DATABASE.client().sql(sql).then().block(Duration.ofSeconds(10));
    }
}
