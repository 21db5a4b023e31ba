package dev.kurir.tracking;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageDecorator;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.suppression.UnsubscribeMail;
import dev.kurir.tracking.UnsubscribeLinks.Origin;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The right to say no, in every message of a campaign: the link, and the headers of RFC 8058, RFC 2369 and RFC 2919.
 */
@Component
class UnsubscribeDecorator implements MessageDecorator {
    private static final String VARIABLE = "unsubscribe_url";

    /** The account's address, where its mailbox is read (R__generate.sql). */
    private static final String MAILBOX = "account.mailbox";

    private final UnsubscribeLinks links;
    private final UnsubscribeMail mails;
    private final PublicIds ids;

    UnsubscribeDecorator(UnsubscribeLinks links, UnsubscribeMail mails, PublicIds ids) {
        this.links = links;
        this.mails = mails;
        this.ids = ids;
    }

    @Override
    public Decoration decorate(DraftContent.Kind kind, MessageInputs inputs) {
        return switch (kind) {
            case CAMPAIGN -> campaign(inputs);
            case TEST -> new Decoration(Map.of(VARIABLE, links.inert()), Map.of());
            // One person to another: nothing that a list would carry.
            case DIRECT, REPLY -> Decoration.NONE;
        };
    }

    private Decoration campaign(MessageInputs inputs) {
        String url = links.of(new Origin(inputs.workspaceId(), inputs.campaignId(), inputs.id()));
        return new Decoration(
                Map.of(VARIABLE, url),
                Map.of(
                        "List-Unsubscribe", "<" + url + ">" + mail(inputs),
                        "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                        "List-Id", "<" + ids.encode(inputs.campaignId()) + "." + domain(inputs) + ">"));
    }

    /** Nobody would read a mail to any other account. */
    private String mail(MessageInputs inputs) {
        String mailbox = inputs.values().get(MAILBOX);
        return mailbox == null ? "" : ", <" + mails.address(mailbox, inputs.id()) + ">";
    }

    private static String domain(MessageInputs inputs) {
        return EmailAddress.parse(inputs.values().getOrDefault("account.email", ""))
                .map(EmailAddress::domain)
                .orElse("kurir.invalid");
    }
}
