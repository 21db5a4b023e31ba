package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.OutboxMessages;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.Stopped;
import dev.kurir.outbox.UncertainDesk;
import dev.kurir.outbox.WorkerDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The database with all that people do to it, for one seed after another. */
final class ChaosWorld {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What the program gives. */
    @Component
    record Program(
            DatabaseClient database,
            Outbox outbox,
            Queues queues,
            MessageDesk desk,
            UncertainDesk uncertain,
            WorkerDesk workers,
            OutboxMessages messages,
            TransactionalOperator transaction,
            R2dbcConnectionDetails details,
            EngineStart.EngineIngredients engine) {}

    final OutboxWorld outbox;
    final MessageDesk desk;
    final Audit audit;
    /** How often somebody wanted a message sent once more although it may have arrived. */
    final Map<Long, Integer> sentAgain = new HashMap<>();

    private final Program program;
    private final Path folder;
    private int nodes;

    ChaosWorld(Program program, Path folder) {
        this.program = program;
        this.folder = folder;
        this.desk = program.desk();
        this.outbox = new OutboxWorld(program.database(), program.outbox(), program.queues());
        this.audit = new Audit(program.database());
    }

    WorkspaceId workspace() {
        return outbox.workspace;
    }

    void clear() {
        outbox.run(
                "truncate message, message_input, draft, draft_attachment, queue, dispatch, due, trouble, attempt, event, suppression, account_owner, node");
        // a new installation, which no node remembers
        outbox.run("update instance set sending = 'ON', fenced_reason = null, witnessed = false");
        outbox.run("update account set deleted_at = now() where deleted_at is null");
        outbox.run("delete from campaign");
        outbox.run("delete from account");
    }

    void confirm() {
        outbox.run("update instance set sending = 'ON', fenced_reason = null");
    }

    ChaosNode node(String name, ChaosMail mail) {
        return new ChaosNode(
                name,
                folder.resolve(name + ++nodes),
                mail,
                program.details().getConnectionFactoryOptions(),
                program.engine());
    }

    /** A campaign whose order has gaps, as generation leaves them. */
    CampaignId campaign(AccountId account, int messages, int gap, SplittableRandom dice) {
        CampaignId campaign = outbox.campaign(account, messages);
        long shift = dice.nextInt(gap);
        outbox.run("update message set ordinal = -(ordinal * %d + %d) where campaign_id = %d"
                .formatted(gap, shift, campaign.value()));
        outbox.run("update message set ordinal = -ordinal where campaign_id = " + campaign.value());
        outbox.run("update queue set last_ordinal = last_ordinal * %d + %d where campaign_id = %d"
                .formatted(gap, shift, campaign.value()));
        return campaign;
    }

    void outbox(CampaignId campaign, String state) {
        program.queues().dispatch(campaign, Queues.Dispatch.valueOf(state)).block(SOON);
    }

    Stopped settle(CampaignId campaign) {
        return Objects.requireNonNull(program.outbox().settle(campaign).block(SOON));
    }

    void requeueFailures(CampaignId campaign) {
        program.outbox().requeueFailures(workspace(), campaign).block(SOON);
    }

    void closeCancelled(CampaignId campaign, int limit) {
        program.messages()
                .closeCancelled(campaign, limit)
                .as(program.transaction()::transactional)
                .block(SOON);
    }

    void want(AccountId account, boolean on) {
        program.workers().want(workspace(), account, on, "test").block(SOON);
    }

    void forgetPace() {
        outbox.run("delete from account_pace");
    }

    void unblock() {
        outbox.run("update account set blocked_reason = null, blocked_detail = null");
    }

    void direct(AccountId account, int number) {
        EmailAddress to = new EmailAddress("d" + number + "@sandbox.test");
        DraftContent content = new DraftContent(
                DraftContent.Kind.DIRECT,
                "Hello",
                "",
                "<p>Hello</p>",
                "Hello",
                "A",
                new EmailAddress("a@sandbox.test"));
        DirectMessage message = new DirectMessage(workspace(), account, null, to, "", Map.of(), number % 2 == 0);
        program.outbox().send(message, content).block(SOON);
    }

    /** What people try; that it is refused is an answer too. */
    void attempt(Mono<?> deed) {
        try {
            deed.block(SOON);
        } catch (DomainException refused) {
            // it came too late
        }
    }

    @Nullable Long someMessage(int number) {
        return someMessage("message", number);
    }

    /** About one of those that are uncertain; often there are none. */
    void decide(Settlement decision, int number) {
        Long id = someMessage("message where state = 6", number);
        if (id == null) {
            return;
        }
        boolean isDone = Objects.requireNonNull(program.uncertain()
                        .decide(workspace(), List.of(new MessageId(id)), decision, "test")
                        .block(SOON))
                .contains(new MessageId(id));
        if (isDone && decision == Settlement.SENT_AGAIN) {
            sentAgain.merge(id, 1, Integer::sum);
        }
    }

    /** Of a message that somebody has decided about, whatever became of it since. */
    void undo(int number) {
        Long id = someMessage("message where id in (select message_id from attempt where decided_by = 'test')", number);
        if (id != null) {
            program.uncertain()
                    .undo(workspace(), List.of(new MessageId(id)), "test")
                    .block(SOON);
        }
    }

    private @Nullable Long someMessage(String from, int number) {
        return program.database()
                .sql("select id from %1$s order by id offset (select %2$d %% greatest(1, count(*)) from %1$s) limit 1"
                        .formatted(from, number))
                .mapValue(Long.class)
                .one()
                .block(SOON);
    }

    /** Behind the barrier; whether the message was under way then. */
    boolean suppress(long message) {
        outbox.run("""
                insert into suppression (workspace_id, address_hash, email, reason, since)
                select m.workspace_id, m.address_hash, i.address, 'unsubscribed', now()
                from message m join message_input i on i.message_id = m.id where m.id = %d
                on conflict do nothing""".formatted(message));
        program.engine().gate().pass().block(SOON);
        return outbox.number("select count(*) from message where state = 2 and id = " + message) > 0;
    }

    /** Another transaction holds some rows for a moment. */
    void lockSome(int rows) {
        outbox.number("""
                with held as (select id from message order by random() limit %d for update)
                select count(*) from held, pg_sleep(0.01)""".formatted(rows));
    }

    void cut(String boot) {
        outbox.number("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '" + boot
                + "'");
    }

    /** How many accounts its present start works for. */
    long accountsOf(ChaosNode node) {
        return outbox.number(
                "select count(*) from account_owner where node_id = (select max(id) from node where name = '%s')"
                        .formatted(node.key()));
    }

    /** How many of these. */
    long accountsOf(ChaosNode node, List<AccountId> some) {
        return outbox.number(
                "select count(*) from account_owner where node_id = (select max(id) from node where name = '%s') and account_id in (%s)"
                        .formatted(
                                node.key(),
                                some.stream()
                                        .map(account -> Long.toString(account.value()))
                                        .collect(Collectors.joining(","))));
    }

    /** As if its lease had run out. */
    void expire(String boot) {
        outbox.run(
                "update node set lease_until = clock_timestamp() where id = (select max(id) from node where name = '%s')"
                        .formatted(boot));
    }

    /** For the reader of a failure: who owns what, and what holds it back. */
    List<String> picture() {
        String rows = Stream.of("node", "account_owner", "account_pace", "dispatch", "queue")
                .map("select '%1$s ' || row_to_json(%1$s)::text from %1$s"::formatted)
                .collect(Collectors.joining(" union all "));
        return Objects.requireNonNull(program.database()
                .sql(rows)
                .mapValue(String.class)
                .all()
                .collectList()
                .block(SOON));
    }

    int begun(CampaignId campaign, ChaosMail mail) {
        return program.database()
                .sql("select id from message where campaign_id = " + campaign.value())
                .mapValue(Long.class)
                .all()
                .filter(mail.begun::containsKey)
                .map(id -> mail.begun.get(id).get())
                .reduce(0, Integer::sum)
                .blockOptional(SOON)
                .orElseThrow();
    }
}
