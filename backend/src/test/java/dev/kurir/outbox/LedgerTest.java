package dev.kurir.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LedgerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final CampaignId CAMPAIGN = new CampaignId(7);

    private final List<String> read = new ArrayList<>();
    private long messages = 2L * Ledger.PAGE + 5;
    private final Ledger ledger = new Ledger(new TwoAccounts(), new Pages());

    @Test
    void everyMessageOfEveryAccountComesOnceInItsOrder() {
        List<LedgerRow> rows = ledger.of(CAMPAIGN)
                .flatMapIterable(page -> page)
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();

        assertThat(rows).hasSize(Math.toIntExact(2 * messages));
        assertThat(rows.stream().map(LedgerRow::ordinal).limit(messages))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(read).containsExactly("1>0", "1>1000", "1>2000", "2>0", "2>1000", "2>2000");
    }

    @Test
    void aSlowReaderLetsTheDatabaseRest() {
        messages = 1_000_000;

        StepVerifier.create(ledger.of(CAMPAIGN), 0)
                .thenRequest(3)
                .expectNextCount(3)
                .thenCancel()
                .verify(SOON);

        assertThat(read.size()).isBetween(3, 4);
    }

    /** As many rows as the test wants, and which of them were read. */
    private final class Pages implements LedgerRows {
        @Override
        public Mono<StateCounts> count(CampaignId campaign) {
            return Mono.empty();
        }

        @Override
        public Mono<List<LedgerRow>> page(CampaignId campaign, AccountId account, long after, int limit) {
            read.add(account.value() + ">" + after);
            return Mono.just(LongStream.rangeClosed(after + 1, Math.min(messages, after + limit))
                    .mapToObj(LedgerTest::row)
                    .toList());
        }
    }

    private static LedgerRow row(long ordinal) {
        return new LedgerRow(
                new MessageId(ordinal),
                ordinal,
                "u@sandbox.test",
                "",
                "a",
                MessageState.QUEUED,
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                false);
    }

    /** Queues that know the accounts of the campaign. */
    private static final class TwoAccounts implements Queues {
        @Override
        public Mono<List<AccountId>> accounts(CampaignId campaignId) {
            return Mono.just(List.of(new AccountId(2), new AccountId(1)));
        }

        @Override
        public Mono<Void> register(WorkspaceId workspaceId, CampaignId campaignId, AccountId accountId) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> dispatch(CampaignId campaignId, Dispatch state) {
            return Mono.empty();
        }

        @Override
        public Mono<Map<CampaignId, Map<AccountId, StateCounts>>> counts(
                WorkspaceId workspaceId, Collection<CampaignId> campaigns) {
            return Mono.empty();
        }

        @Override
        public Mono<StateCounts> total(
                WorkspaceId workspaceId, @Nullable AccountId account, @Nullable CampaignId campaign) {
            return Mono.empty();
        }

        @Override
        public Mono<Map<AccountId, AccountLoad>> loads(WorkspaceId workspaceId) {
            return Mono.empty();
        }

        @Override
        public Mono<Long> inFlightOf(AccountId accountId) {
            return Mono.empty();
        }

        @Override
        public Mono<Long> inFlightOf(CampaignId campaignId) {
            return Mono.empty();
        }
    }
}
