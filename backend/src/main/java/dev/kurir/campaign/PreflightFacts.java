package dev.kurir.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the pre-flight had to ask for.
 *
 * @param accountChosen whether one was picked at least
 * @param inactiveAccounts names of those that may not send
 * @param unknownColumns custom values that nobody has
 * @param missing variable → recipients without a value
 */
record PreflightFacts(
        boolean accountChosen,
        List<String> inactiveAccounts,
        long recipients,
        Collection<String> unknownColumns,
        Map<String, Long> missing) {

    PreflightFacts withRecipients(long number) {
        return new PreflightFacts(accountChosen, inactiveAccounts, number, unknownColumns, missing);
    }

    PreflightFacts withUnknown(Collection<String> columns) {
        return new PreflightFacts(accountChosen, inactiveAccounts, recipients, columns, missing);
    }

    PreflightFacts withMissing(Map<String, Long> people) {
        return new PreflightFacts(accountChosen, inactiveAccounts, recipients, unknownColumns, people);
    }
}
