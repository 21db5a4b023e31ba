package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.StateCounts;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;

/** Builds accounts and campaigns with messages, and looks at what became of them. */
final class OutboxWorld {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SLICE = 50_000;

    private final DatabaseClient database;
    private final Outbox outbox;
    private final Queues queues;
    final WorkspaceId workspace;

    OutboxWorld(DatabaseClient database, Outbox outbox, Queues queues) {
        this.database = database;
        this.outbox = outbox;
        this.queues = queues;
        this.workspace =
                new WorkspaceId(number("insert into workspace (name, created_at) values ('w', now()) returning id"));
        number("insert into category (workspace_id, name, created_at) values (" + workspace.value()
                + ", 'a', now()) returning id");
    }

    /** As if somebody had just added it. */
    AccountId account(int connections) {
        return account(connections, "now()");
    }

    /** One that nobody has touched for a while. */
    AccountId forgottenAccount() {
        return account(1, "now() - interval '1 hour'");
    }

    private AccountId account(int connections, String stirred) {
        return new AccountId(number("""
                insert into account (workspace_id, name, category_id, from_address, username, smtp_host, smtp_port, smtp_security,
                                     connections, retry_schedule, created_at, updated_at, stirred_at)
                select %d, 'a', max(id), 'a@sandbox.test', 'a', 'localhost', 25, 'none', %d, 'sandbox', now(), now(), %s from category
                returning id""".formatted(workspace.value(), connections, stirred)));
    }

    /** A message that a person has just written, due now. */
    void direct(AccountId account, String to) {
        number("""
                select add_message(%d, %d, null, %d, '%s', substring(sha256('%4$s'::bytea) for 16), '', '{}', false, now(), null)
                """.formatted(workspace.value(), account.value(), draft(DraftContent.Kind.DIRECT), to));
    }

    /** A generated campaign, held. */
    CampaignId campaign(AccountId account, int messages) {
        CampaignId campaign = new CampaignId(number(
                "insert into campaign (workspace_id, name, created_at, updated_at) values (%d, 'c', now(), now()) returning id"
                        .formatted(workspace.value())));
        long draft = draft(DraftContent.Kind.CAMPAIGN);
        outbox.register(workspace, campaign, account).block(SOON);
        for (int from = 1; from <= messages; from += SLICE) {
            int to = Math.min(messages, from + SLICE - 1);
            run("""
                    with m as (
                        insert into message (workspace_id, campaign_id, account_id, ordinal, created_at, changed_at, address_hash)
                        select %1$d, %2$d, %3$d, g, now(), now(), substring(sha256(('u' || g || '@sandbox.test')::bytea) for 16)
                        from generate_series(%4$d, %5$d) g returning id, ordinal)
                    insert into message_input (message_id, workspace_id, draft_id, address, name)
                    select id, %1$d, %6$d, 'u' || ordinal || '@sandbox.test', '' from m
                    """.formatted(workspace.value(), campaign.value(), account.value(), from, to, draft));
        }
        run("update queue set n_queued = %d, last_ordinal = %d where campaign_id = %d"
                .formatted(messages, messages, campaign.value()));
        return campaign;
    }

    private long draft(DraftContent.Kind kind) {
        DraftContent content =
                new DraftContent(kind, "Hello", "", "<p>Hello</p>", "Hello", "A", new EmailAddress("a@sandbox.test"));
        return Objects.requireNonNull(outbox.freeze(workspace, content).block(SOON));
    }

    StateCounts counts(CampaignId campaign) {
        return Objects.requireNonNull(queues.total(workspace, null, campaign).block(SOON));
    }

    /** The same by counting rows: the auditor. */
    long count(CampaignId campaign, int state) {
        return number("select count(*) from message where campaign_id = %d and state = %d"
                .formatted(campaign.value(), state));
    }

    long number(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(SOON));
    }

    void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block(SOON);
    }
}
