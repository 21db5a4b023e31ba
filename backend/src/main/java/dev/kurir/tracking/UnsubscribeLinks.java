package dev.kurir.tracking;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.links.BaseUrl;
import dev.kurir.platform.links.SignedLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links that say no. They name a message, never an address, and nobody can make one up. */
@Component
class UnsubscribeLinks {
    private static final String PURPOSE = "unsubscribe";
    private static final String TEST = "unsubscribe-test";
    private static final int NUMBERS = 3;

    private final SignedLinks links;
    private final BaseUrl base;

    UnsubscribeLinks(SignedLinks links, BaseUrl base) {
        this.links = links;
        this.base = base;
    }

    /** The message that somebody says no to. */
    record Origin(WorkspaceId workspaceId, CampaignId campaignId, MessageId messageId) {}

    String of(Origin origin) {
        return url(links.sign(
                PURPOSE,
                origin.workspaceId().value(),
                origin.campaignId().value(),
                origin.messageId().value()));
    }

    /** One that does nothing, for test sends and previews. */
    String inert() {
        return url(links.sign(TEST));
    }

    Optional<Origin> read(String token) {
        return links.verify(PURPOSE, token)
                .filter(numbers -> numbers.length == NUMBERS)
                .map(numbers ->
                        new Origin(new WorkspaceId(numbers[0]), new CampaignId(numbers[1]), new MessageId(numbers[2])));
    }

    boolean isInert(String token) {
        return links.verify(TEST, token).isPresent();
    }

    private String url(String token) {
        return base.get() + "/u/" + token;
    }
}
