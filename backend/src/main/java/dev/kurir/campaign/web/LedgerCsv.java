package dev.kurir.campaign.web;

import dev.kurir.campaign.CampaignLedger.Entry;
import dev.kurir.outbox.LedgerRow;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.Settlement;
import dev.kurir.platform.csv.CsvLines;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger as lines. The words are those of the API, the same in every language, so that programs can read them. */
final class LedgerCsv {
    static final String HEADER = CsvLines.of(
            "email",
            "name",
            "got_it",
            "result",
            "basis",
            "reason",
            "at",
            "code",
            "enhanced",
            "reply",
            "attempts",
            "earlier_attempt_uncertain",
            "account");

    private LedgerCsv() {}

    static String lines(List<Entry> page) {
        return page.stream().map(LedgerCsv::line).collect(Collectors.joining());
    }

    private static String line(Entry entry) {
        return switch (entry) {
            case Entry.Addressed(LedgerRow row) -> line(row);
            case Entry.LeftOut(var person) ->
                CsvLines.of(
                        person.email(),
                        person.name(),
                        "no",
                        "skipped",
                        null,
                        person.reason(),
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null);
        };
    }

    private static String line(LedgerRow row) {
        return CsvLines.of(
                row.to(),
                row.name(),
                gotIt(row),
                row.state().word(),
                basis(row),
                "none".equals(row.reason()) ? null : row.reason(),
                row.at(),
                row.code(),
                row.enhanced(),
                row.reply(),
                row.attempts(),
                row.hadDoubt() ? "yes" : null,
                row.account());
    }

    private static String gotIt(LedgerRow row) {
        return switch (row.state()) {
            case ACCEPTED -> row.basis() == Settlement.Basis.ASSUMED ? "assumed" : "yes";
            case UNCERTAIN -> "unknown";
            case QUEUED, SENDING, DEFERRED -> "not_yet";
            case REJECTED, SUPPRESSED, CANCELLED, EXPIRED, FAILED -> row.hadDoubt() ? "unknown" : "no";
        };
    }

    private static @Nullable String basis(LedgerRow row) {
        if (row.state() != MessageState.ACCEPTED) {
            return null;
        }
        return row.basis() == null ? "reply" : row.basis().word();
    }
}
