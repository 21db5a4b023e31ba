package dev.kurir.inbox;

import dev.kurir.inbox.Placing.Incoming;
import dev.kurir.inbox.mime.DeliveryReport;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.MessageMarks;
import dev.kurir.outbox.MessageMarks.Mark;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a mail changes beyond its conversation: the mark on the message that it is about, the suppression list, the
 * account's breaker, the log. In the transaction that stores the mail.
 */
@Component
class Consequences {
    private final MessageMarks marks;
    private final Suppressions suppressions;
    private final Feed feed;

    Consequences(MessageMarks marks, Suppressions suppressions, Feed feed) {
        this.marks = marks;
        this.suppressions = suppressions;
        this.feed = feed;
    }

    /** @param about the message of ours that it is about, or answers */
    Mono<Void> of(Incoming incoming, @Nullable Origin about) {
        return switch (incoming.kind()) {
            case REPLY -> marked(incoming, about, Mark.REPLIED, null);
            case AUTO_REPLY -> marked(incoming, about, Mark.AUTO_REPLIED, null);
            case BOUNCE -> bounced(incoming, about);
            case COMPLAINT -> complained(incoming, about);
            case UNSUBSCRIBE -> unsubscribed(incoming, about);
            case DELAYED, OTHER -> Mono.empty();
        };
    }

    private Mono<Void> bounced(Incoming incoming, @Nullable Origin about) {
        DeliveryReport report = incoming.mail().report();
        DeliveryReport.Recipient recipient =
                report == null ? null : report.gravest().orElse(null);
        if (about == null || recipient == null) {
            return tell(incoming, about, incoming.mail().subject());
        }
        String words = (recipient.status() + " " + recipient.diagnostic()).strip();
        boolean isHard = BounceClass.of(recipient) == BounceClass.HARD
                && incoming.match().how().isProof();
        Mono<Void> hard = isHard
                ? suppress(incoming, SuppressionReason.HARD_BOUNCE, about, words)
                        .then(marks.countHardBounce(workspace(incoming), about.id(), words))
                : Mono.empty();
        return marks.mark(
                        workspace(incoming),
                        about.id(),
                        Mark.BOUNCED,
                        incoming.arrived().receivedAt(),
                        words)
                .filter(isNew -> isNew)
                .flatMap(_ -> hard.then(tell(incoming, about, words)));
    }

    private Mono<Void> complained(Incoming incoming, @Nullable Origin about) {
        // Whoever it names beside a mail of ours may be anybody.
        return about == null
                ? tell(incoming, null, incoming.mail().subject())
                : suppress(incoming, SuppressionReason.COMPLAINT, about, null)
                        .then(marked(incoming, about, Mark.COMPLAINED, null));
    }

    private Mono<Void> unsubscribed(Incoming incoming, @Nullable Origin about) {
        return about == null
                ? Mono.empty()
                : suppress(incoming, SuppressionReason.UNSUBSCRIBED, about, null)
                        .then(marked(incoming, about, Mark.UNSUBSCRIBED, null));
    }

    private Mono<Void> marked(Incoming incoming, @Nullable Origin about, Mark mark, @Nullable String detail) {
        Mono<?> marked = about == null
                ? Mono.empty()
                : marks.mark(
                        workspace(incoming),
                        about.id(),
                        mark,
                        incoming.arrived().receivedAt(),
                        detail);
        return marked.then(tell(incoming, about, detail));
    }

    private Mono<Void> suppress(Incoming incoming, SuppressionReason reason, Origin about, @Nullable String note) {
        Optional<NewSuppression> no = EmailAddress.parse(about.address())
                .map(email -> new NewSuppression(email, reason, note, about.campaignId(), about.id()));
        return Mono.justOrEmpty(no)
                .flatMap(suppression -> suppressions.note(workspace(incoming), suppression))
                .then();
    }

    /** A line of the log; what was there before us is no news. */
    private Mono<Void> tell(Incoming incoming, @Nullable Origin about, @Nullable String detail) {
        MailKind kind = incoming.kind();
        if (incoming.isBaseline() && about == null) {
            return Mono.empty();
        }
        Map<String, Object> payload = new HashMap<>();
        payload.put("from", incoming.mail().from().address());
        if (about != null) {
            payload.put("to", about.address());
        }
        if (detail != null) {
            payload.put("detail", detail);
        }
        boolean isBad = kind == MailKind.BOUNCE || kind == MailKind.COMPLAINT;
        FeedEntry entry = FeedEntry.log(
                        workspace(incoming),
                        "mail_" + kind.word(),
                        isBad ? FeedEntry.Level.WARN : FeedEntry.Level.INFO,
                        payload)
                .about(incoming.mailbox().accountId());
        return feed.publish(about == null ? entry : about(entry, about));
    }

    private static FeedEntry about(FeedEntry entry, Origin about) {
        FeedEntry message = entry.about(about.id());
        return about.campaignId() == null ? message : message.about(about.campaignId());
    }

    private static WorkspaceId workspace(Incoming incoming) {
        return incoming.mailbox().workspaceId();
    }
}
