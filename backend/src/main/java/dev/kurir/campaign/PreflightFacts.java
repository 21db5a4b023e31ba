package dev.kurir.campaign;

import java.util.Collection;
import java.util.Map;

/**
 * What the pre-flight had to ask for.
 *
 * @param accountChosen whether an account was picked
 * @param accountActive whether it may send
 * @param unknownColumns custom values that nobody has
 * @param missing variable → recipients without a value
 */
record PreflightFacts(
        boolean accountChosen,
        boolean accountActive,
        long recipients,
        Collection<String> unknownColumns,
        Map<String, Long> missing) {

    PreflightFacts withRecipients(long number) {
        return new PreflightFacts(accountChosen, accountActive, number, unknownColumns, missing);
    }

    PreflightFacts withUnknown(Collection<String> columns) {
        return new PreflightFacts(accountChosen, accountActive, recipients, columns, missing);
    }

    PreflightFacts withMissing(Map<String, Long> people) {
        return new PreflightFacts(accountChosen, accountActive, recipients, unknownColumns, people);
    }
}
