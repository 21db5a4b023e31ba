package dev.kurir.campaign;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import java.util.List;

/** What settings of a campaign can be taken: nothing that could break out of a header or that cannot be stored. */
final class CampaignRules {
    private CampaignRules() {}

    static void check(CampaignSettings settings) {
        if (settings.name().isBlank()) {
            throw DomainException.invalid("/name", "required", "A campaign needs a name.");
        }
        SingleLine.require("/name", settings.name());
        SingleLine.require("/subject", settings.content().subject());
        SingleLine.require("/preheader", settings.content().preheader());
        checkSenders(settings.senders().chosen());
        checkBody("/html", settings.content().html());
        checkBody("/text", settings.content().text());
    }

    private static void checkSenders(List<Sender> senders) {
        if (senders.size() > Senders.MOST) {
            throw DomainException.invalid("/accounts", "too_many", "A campaign has at most 50 accounts.");
        }
        if (senders.stream().map(Sender::account).distinct().count() < senders.size()) {
            throw DomainException.invalid("/accounts", "duplicate", "An account can be chosen once.");
        }
        if (senders.stream().anyMatch(one -> one.weight() < 1 || one.weight() > Sender.HEAVIEST)) {
            throw DomainException.invalid("/accounts", "out_of_range", "A weight is a number from 1 to 100.");
        }
    }

    private static void checkBody(String pointer, String body) {
        if (body.indexOf('\0') >= 0) {
            throw DomainException.invalid(pointer, "control_character", "Control characters cannot stand here.");
        }
    }
}
