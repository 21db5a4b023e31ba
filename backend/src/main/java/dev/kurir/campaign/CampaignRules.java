package dev.kurir.campaign;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;

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
        checkBody("/html", settings.content().html());
        checkBody("/text", settings.content().text());
    }

    private static void checkBody(String pointer, String body) {
        if (body.indexOf('\0') >= 0) {
            throw DomainException.invalid(pointer, "control_character", "Control characters cannot stand here.");
        }
    }
}
