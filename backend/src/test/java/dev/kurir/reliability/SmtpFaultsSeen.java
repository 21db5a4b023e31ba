package dev.kurir.reliability;

import dev.kurir.outbox.MessageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the database says about the cases of {@link SmtpFaultsScenario}; each is named as its account and campaign are.
 */
record SmtpFaultsSeen(
        Map<String, Map<String, Long>> allStates,
        Map<String, String> allReasons,
        Map<String, String> rests,
        Map<String, String> slower,
        Map<String, String> blocked,
        Map<String, String> suppressed) {

    static SmtpFaultsSeen read(SendingWorld world) {
        Map<String, Map<String, Long>> states = new TreeMap<>();
        world.states()
                .forEach((recipient, state) -> states.computeIfAbsent(caseOf(recipient), _ -> new TreeMap<>())
                        .merge(MessageState.of(state).word(), 1L, Long::sum));
        return new SmtpFaultsSeen(
                states,
                world.pairs("""
                        select a.name, coalesce(string_agg(distinct t.reason, ' '), '') from attempt t join account a on a.id = t.account_id
                        group by a.name"""),
                world.pairs("""
                        select a.name, string_agg(distinct e.payload ->> 'reason', ' ') from event e join account a on a.id = e.account_id
                        where e.type = 'worker_rests' group by a.name"""),
                world.pairs("""
                        select distinct a.name, 'slower' from event e join account a on a.id = e.account_id
                        where e.type = 'worker_slowed'"""),
                world.pairs("select name, blocked_reason from account where blocked_reason is not null"),
                world.pairs("select split_part(email, '-', 1), 'suppressed' from suppression group by 1"));
    }

    Map<String, Long> states(String name) {
        return allStates.getOrDefault(name, Map.of());
    }

    String reasons(String name) {
        return allReasons.getOrDefault(name, "");
    }

    String effect(String name) {
        List<String> effects = new ArrayList<>();
        if (rests.containsKey(name)) {
            effects.add("rests " + rests.get(name));
        }
        if (slower.containsKey(name)) {
            effects.add(slower.get(name));
        }
        if (blocked.containsKey(name)) {
            effects.add("blocked " + blocked.get(name));
        }
        if (suppressed.containsKey(name)) {
            effects.add(suppressed.get(name));
        }
        return effects.isEmpty() ? "nothing" : String.join(", ", effects);
    }

    private static String caseOf(String recipient) {
        return recipient.substring(0, recipient.indexOf('-'));
    }
}
