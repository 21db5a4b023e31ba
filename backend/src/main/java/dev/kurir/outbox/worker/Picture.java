package dev.kurir.outbox.worker;

import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * What the database says of the accounts that matter to this node now: those with something to send, those that
 * somebody has touched, and those that are awake already. All others cost nothing.
 *
 * @param owned account → the fence under which it is ours
 * @param accounts those that were not deleted
 * @param queues which orders may be walked
 * @param due when the next single or returning message is due
 * @param stirring awake for a reason of its own
 * @param surplus more than our share of what there is to do
 */
record Picture(
        Map<AccountId, Long> owned,
        Map<AccountId, SendingAccount> accounts,
        Map<AccountId, List<EngineReads.OpenQueue>> queues,
        Map<AccountId, Instant> due,
        Set<AccountId> stirring,
        Set<AccountId> surplus) {

    /** What there is to do. */
    private record Work(
            Map<AccountId, List<EngineReads.OpenQueue>> queues,
            Map<AccountId, Instant> due,
            Set<AccountId> stirring,
            Set<AccountId> surplus) {
        Set<AccountId> all(Collection<AccountId> awake) {
            Set<AccountId> all = new HashSet<>(queues.keySet());
            all.addAll(due.keySet());
            all.addAll(stirring);
            all.addAll(awake);
            return all;
        }
    }

    /** How far a look goes: what is ours, what the nodes share among them, what dead owners left. */
    enum Depth {
        OURS,
        SHARING,
        THOROUGH
    }

    /** @param awake whose workers live */
    static Mono<Picture> take(
            EngineReads reads, Accounts accounts, long node, Collection<AccountId> awake, Depth depth) {
        Mono<Void> claimed = depth == Depth.OURS ? Mono.empty() : reads.claim(node, depth == Depth.THOROUGH);
        return claimed.then(Mono.defer(() -> work(reads, node, depth)))
                .flatMap(work -> details(reads, accounts, node, work, awake));
    }

    private static Mono<Work> work(EngineReads reads, long node, Depth depth) {
        Mono<Set<AccountId>> surplus = depth == Depth.OURS ? Mono.just(Set.of()) : reads.surplus(node);
        return Mono.zip(reads.runnable(node), reads.due(node), reads.stirring(node, depth == Depth.THOROUGH), surplus)
                .map(each -> new Work(
                        each.getT1().stream().collect(Collectors.groupingBy(EngineReads.OpenQueue::account)),
                        each.getT2(),
                        each.getT3(),
                        each.getT4()));
    }

    private static Mono<Picture> details(
            EngineReads reads, Accounts accounts, long node, Work work, Collection<AccountId> awake) {
        Set<AccountId> all = work.all(awake);
        return Mono.zip(reads.owned(node, all), accounts.sending(all))
                .map(both -> new Picture(
                        both.getT1(),
                        both.getT2().stream().collect(Collectors.toMap(SendingAccount::id, Function.identity())),
                        work.queues(),
                        work.due(),
                        work.stirring(),
                        work.surplus()));
    }

    /** Whether there is a reason for its worker to be awake. */
    boolean wakes(AccountId account) {
        return queues.containsKey(account) || due.containsKey(account) || stirring.contains(account);
    }
}
