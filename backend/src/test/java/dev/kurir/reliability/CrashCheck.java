package dev.kurir.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what the server recorded with what the database says (Jepsen's total queue). */
final class CrashCheck {
    private static final int LAST_OPEN = 3;
    private static final int ACCEPTED = 4;
    private static final int UNCERTAIN = 6;

    private CrashCheck() {}

    /**
     * What the two say about each other after it all.
     *
     * @param lost neither ended nor visible
     * @param twice taken more than once
     * @param falseOk accepted by the database's word, but no server took it
     * @param falseFail taken by the server, but the database says that it was not
     * @param uncertainArrived those of the uncertain that the server has in fact
     */
    record Found(long lost, long twice, long falseOk, long falseFail, long uncertain, long uncertainArrived) {
        boolean isSound() {
            return lost == 0 && twice == 0 && falseOk == 0 && falseFail == 0;
        }
    }

    /**
     * @param wanted how many messages there must be
     * @param states recipient → state of the message, by the database
     * @param arrived recipients in the order of the server's record
     */
    static Found compare(int wanted, Map<String, Integer> states, List<String> arrived) {
        Map<String, Long> taken = arrived.stream().collect(Collectors.groupingBy(to -> to, Collectors.counting()));
        return new Found(
                wanted
                        - states.values().stream()
                                .filter(state -> state > LAST_OPEN)
                                .count(),
                taken.values().stream().filter(times -> times > 1).count(),
                count(states, ACCEPTED) - countTaken(states, ACCEPTED, taken),
                taken.keySet().stream()
                        .map(to -> states.getOrDefault(to, 0))
                        .filter(state -> state != ACCEPTED && state != UNCERTAIN)
                        .count(),
                count(states, UNCERTAIN),
                countTaken(states, UNCERTAIN, taken));
    }

    /** What the database says against itself when all is over. */
    static List<String> unsound(SendingWorld world) {
        List<String> found = new ArrayList<>();
        if (world.number("select count(*) from due") > 0) {
            found.add("something is still due");
        }
        if (world.number("""
                select count(*) from queue q where n_accepted <> (select count(*) from message m
                    where m.account_id = q.account_id and m.campaign_id = q.campaign_id and m.state = 4)
                or n_uncertain <> (select count(*) from message m
                    where m.account_id = q.account_id and m.campaign_id = q.campaign_id and m.state = 6)
                or n_queued + n_sending + n_deferred <> 0""") > 0) {
            found.add("counters that are no count");
        }
        if (world.number("""
                select count(*) from message m where state = 4 and not exists (select from attempt a
                    where a.message_id = m.id and a.attempt = m.attempt and a.outcome = 4 and a.code between 200 and 299)""") > 0) {
            found.add("accepted without a stored 2xx reply");
        }
        if (world.number("select count(*) from queue where campaign_id > 0 and watermark <= last_ordinal") > 0) {
            found.add("an order that was not walked to its end");
        }
        return found;
    }

    private static long count(Map<String, Integer> states, int state) {
        return states.values().stream().filter(is -> is == state).count();
    }

    private static long countTaken(Map<String, Integer> states, int state, Map<String, Long> taken) {
        return states.entrySet().stream()
                .filter(message -> message.getValue() == state && taken.containsKey(message.getKey()))
                .count();
    }
}
