package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.KnownEvidence;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.Outbox;
import dev.kurir.outbox.Queues;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.StateCounts;
import dev.kurir.outbox.UncertainDesk;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Messages of which nobody knows whether they arrived. No worker runs: the test says what they did. */
abstract class ThreeUncertainMessages {
    static final Duration SOON = Duration.ofSeconds(20);

    final UncertainDesk desk;
    final MessageDesk messages;
    final Outbox outbox;
    final OutboxWorld world;
    final KnownEvidence found;
    CampaignId campaign = CampaignId.NONE;
    List<MessageId> uncertain = List.of();
    private final DatabaseClient database;
    private final Audit audit;

    ThreeUncertainMessages(ApplicationContext context) {
        this.database = context.getBean(DatabaseClient.class);
        this.desk = context.getBean(UncertainDesk.class);
        this.messages = context.getBean(MessageDesk.class);
        this.outbox = context.getBean(Outbox.class);
        this.found = context.getBean(KnownEvidence.class);
        this.world = new OutboxWorld(database, outbox, context.getBean(Queues.class));
        this.audit = new Audit(database);
    }

    /** Three uncertain messages of five, two hours old. */
    @BeforeEach
    void threeOfFiveAreUncertain() {
        world.run("truncate message, message_input, queue, dispatch, due, trouble, attempt, event");
        found.findings.clear();
        found.asked.clear();
        AccountId account = world.account(1);
        campaign = world.campaign(account, 5);
        uncertain = database.sql("select id from message order by ordinal limit 3")
                .mapValue(Long.class)
                .all()
                .map(MessageId::new)
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
        uncertain.forEach(id -> {
            world.run("update message set state = 2, attempt = 1 where id = " + id.value());
            world.run("update queue set n_queued = n_queued - 1, n_sending = n_sending + 1");
            outcome(id, 1, 6, 0, "the connection broke");
        });
        world.run("update message set changed_at = now() - interval '2 hours' where state = 6");
        world.run("update queue set watermark = 4");
        assertThat(counts().uncertain()).isEqualTo(3);
    }

    final List<MessageId> decide(Settlement decision, MessageId... ids) {
        return Objects.requireNonNull(
                desk.decide(world.workspace, List.of(ids), decision, "Sari").block(SOON));
    }

    final StateCounts counts() {
        return world.counts(campaign);
    }

    final void assertAllWell() {
        assertThat(audit.breaches()).isEmpty();
    }

    /** As a flush writes it, whoever does. */
    final void outcome(MessageId id, int attempt, int state, int code, String reply) {
        database.sql("""
                        with told as (
                            select flush_outcomes(array[:id]::bigint[], array[:attempt], array[null]::bigint[], array[:state], array[8],
                                array[:code], array['connection'], array[null]::text[], array[:reply], array[now()], array[now()],
                                array[null]::timestamptz[]) as changes)
                        select count_changes(changes, changes) from told
                        """)
                .bind("id", id.value())
                .bind("attempt", attempt)
                .bind("state", state)
                .bind("code", code)
                .bind("reply", reply)
                .then()
                .block(SOON);
    }

    final List<String> texts(String sql) {
        return database.sql(sql)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    @TestConfiguration
    static class Sources {
        @Bean
        KnownEvidence known() {
            return new KnownEvidence();
        }
    }
}
