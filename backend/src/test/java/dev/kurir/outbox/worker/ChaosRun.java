package dev.kurir.outbox.worker;

import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.Settlement;
import dev.kurir.outbox.Stopped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One seed: two owners, some accounts and campaigns, and everything that people, servers and machines can do to them,
 * in the order that the seed throws. Then all trouble ends, and everything must come to its end.
 */
final class ChaosRun {
    private static final Duration HEALED = Duration.ofSeconds(10);

    private final ChaosWorld world;
    private final ChaosMail mail;
    private final SplittableRandom dice;
    private final List<ChaosNode> nodes = new ArrayList<>();
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<CampaignId> campaigns = new ArrayList<>();
    private final Set<CampaignId> cancelled = new HashSet<>();
    private final Clock clock = new FastClock();
    /** What was done, for the reader of a failure. */
    final List<String> history = new ArrayList<>();

    private int connections;
    private int silences;

    ChaosRun(ChaosWorld world, long seed) {
        this.world = world;
        this.mail = new ChaosMail(seed);
        this.dice = new SplittableRandom(seed);
    }

    /** What was found wrong; empty when nothing was. */
    List<String> breaches(int steps) {
        try (mail) {
            build();
            for (int step = 0; step < steps; step++) {
                step();
                List<String> found = world.audit.breaches();
                if (!found.isEmpty()) {
                    history.add("found after step " + step);
                    return found;
                }
            }
            return heal();
        } finally {
            nodes.forEach(ChaosNode::end);
        }
    }

    private void build() {
        world.clear();
        for (int n = 1 + dice.nextInt(2); n > 0; n--) {
            int lanes = 1 + dice.nextInt(4);
            connections += lanes;
            accounts.add(world.outbox.account(lanes));
        }
        for (int n = 1 + dice.nextInt(3); n > 0; n--) {
            CampaignId campaign = world.campaign(pick(accounts), 20 + dice.nextInt(120), 1 + dice.nextInt(400), dice);
            campaigns.add(campaign);
            world.outbox(campaign, "OPEN");
        }
        for (String name : List.of("a", "b")) {
            ChaosNode node = world.node(name, mail);
            node.start(clock);
            nodes.add(node);
        }
    }

    private void step() {
        ChaosNode node = pick(nodes);
        switch (dice.nextInt(28)) {
            case 0, 1 -> kill(node);
            case 2 -> moveAway(node);
            case 3, 4 -> say("the database cuts its connections", () -> world.cut(node.boot()));
            case 5 -> say("thaw", () -> nodes.forEach(ChaosNode::thaw));
            case 6 -> say("requeue failures", () -> world.requeueFailures(pick(campaigns)));
            case 7 -> message("retry", id -> world.desk.retry(world.workspace(), id));
            case 8, 9 -> message("urgent", id -> world.desk.markUrgent(world.workspace(), id));
            case 10 -> message("cancel", id -> world.desk.cancel(world.workspace(), id));
            case 11 -> hold(pick(campaigns));
            case 12 -> open(pick(campaigns));
            case 13 -> cancelSometimes(pick(campaigns));
            case 14 ->
                say("close cancelled", () -> campaigns.forEach(c -> world.closeCancelled(c, 1 + dice.nextInt(9))));
            case 15 -> suppress();
            case 16 -> switchWorker(pick(accounts));
            case 17, 18 -> say("direct message", () -> world.direct(pick(accounts), dice.nextInt(100_000)));
            case 19 -> say("locks", () -> world.lockSome(3));
            case 20, 21 -> say("assume sent", () -> world.decide(Settlement.ASSUMED, dice.nextInt(1 << 20)));
            case 22, 23 -> say("send again", () -> world.decide(Settlement.SENT_AGAIN, dice.nextInt(1 << 20)));
            case 24 -> say("undo decisions", () -> world.undo(dice.nextInt(1 << 20)));
            default -> run(1 + dice.nextInt(20));
        }
        nodes.forEach(ChaosNode::look);
    }

    private void kill(ChaosNode node) {
        boolean losesJournal = dice.nextInt(3) == 0;
        boolean cut = dice.nextBoolean();
        say(
                "kill " + node.boot() + (losesJournal ? ", journal lost" : "") + (cut ? "" : ", its statements go on"),
                () -> {
                    silences++;
                    String dead = node.boot();
                    node.kill(losesJournal);
                    if (cut) {
                        world.cut(dead);
                    }
                    if (dice.nextBoolean()) {
                        world.expire(node.key());
                        nodes.forEach(ChaosNode::look);
                        run(dice.nextInt(10));
                    }
                    node.start(clock);
                });
    }

    /** Its thread stands still, its lease runs out, the other one takes over; some time later it wakes. */
    private void moveAway(ChaosNode node) {
        say("freeze " + node.boot(), () -> {
            silences++;
            node.freeze();
            world.expire(node.key());
        });
    }

    private void hold(CampaignId campaign) {
        if (cancelled.contains(campaign)) {
            return;
        }
        say("hold", () -> {
            world.outbox(campaign, "HELD");
            Stopped stopped = world.settle(campaign);
            int begunThen = world.begun(campaign, mail);
            run(5);
            int after = world.begun(campaign, mail) - begunThen;
            if (after > stopped.inFlight()) {
                mail.breaches.add(after + " left after a hold that named " + stopped.inFlight());
            }
        });
    }

    private void open(CampaignId campaign) {
        if (!cancelled.contains(campaign)) {
            say("open", () -> world.outbox(campaign, "OPEN"));
        }
    }

    private void cancelSometimes(CampaignId campaign) {
        if (dice.nextInt(3) == 0) {
            cancelled.add(campaign);
            say("cancel campaign", () -> world.outbox(campaign, "CANCELLED"));
        }
    }

    private void switchWorker(AccountId account) {
        boolean on = dice.nextInt(3) > 0;
        say("worker " + (on ? "on" : "off"), () -> world.want(account, on));
    }

    /** After the barrier nothing to that address may begin but what is in flight. */
    private void suppress() {
        Long id = world.someMessage(dice.nextInt(1 << 20));
        if (id == null) {
            return;
        }
        say("suppress the recipient of " + id, () -> {
            boolean inFlight = world.suppress(id);
            int begunThen = mail.begun.containsKey(id) ? mail.begun.get(id).get() : 0;
            run(5);
            int begunNow = mail.begun.containsKey(id) ? mail.begun.get(id).get() : 0;
            if (begunNow > begunThen && !inFlight) {
                mail.breaches.add("left after its suppression: message " + id);
            }
        });
    }

    private void message(String what, java.util.function.Function<MessageId, reactor.core.publisher.Mono<?>> act) {
        Long id = world.someMessage(dice.nextInt(1 << 20));
        if (id != null) {
            say(what + " " + id, () -> world.attempt(act.apply(new MessageId(id))));
        }
    }

    /** Lets the engines work until so many contents more have begun, or for a moment. */
    private void run(int contents) {
        int goal = mail.handedOver() + contents;
        try {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMillis(30))
                    .until(() -> mail.handedOver() >= goal);
        } catch (ConditionTimeoutException moment) {
            history.add("nothing much happens");
        }
    }

    private List<String> heal() {
        history.add("heal");
        mail.beKind();
        nodes.forEach(this::startAfresh);
        // a node that forgot everything looks like a copy: a person says that it is none
        world.confirm();
        accounts.forEach(account -> world.want(account, true));
        world.unblock();
        campaigns.stream().filter(campaign -> !cancelled.contains(campaign)).forEach(this::open);
        try {
            await().pollInterval(Duration.ofMillis(20)).atMost(HEALED).until(this::isAllOver);
        } catch (ConditionTimeoutException stuck) {
            history.add("not over after " + HEALED.toSeconds() + " s: " + world.picture());
        }
        List<String> found = new ArrayList<>(world.audit.breaches());
        found.addAll(world.audit.unfinished());
        found.addAll(world.audit.contradictions(mail, world.sentAgain));
        long uncertain = world.outbox.number("select count(*) from message where state = 6");
        if (uncertain > mail.cuts.get() + (long) silences * connections) {
            found.add(uncertain + " uncertain after " + mail.cuts + " cuts and " + silences + " silences of "
                    + connections + " connections");
        }
        return found;
    }

    /** A slow rate that was learned in the unkind time would last for hours. */
    private void startAfresh(ChaosNode node) {
        silences++;
        String dead = node.boot();
        node.kill(false);
        world.cut(dead);
        world.forgetPace();
        node.start(clock);
    }

    private boolean isAllOver() {
        cancelled.forEach(campaign -> world.closeCancelled(campaign, 500));
        // refusals of the unkind time may still come in and open a circuit breaker: a person closes it
        world.unblock();
        campaigns.stream().filter(campaign -> !cancelled.contains(campaign)).forEach(c -> world.outbox(c, "OPEN"));
        nodes.forEach(ChaosNode::look);
        return world.audit.unfinished().isEmpty();
    }

    private void say(String what, Runnable deed) {
        history.add(what);
        deed.run();
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }
}
