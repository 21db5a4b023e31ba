package dev.kurir.inbox;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import dev.kurir.outbox.LetterHead.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be taken as a reply. */
final class ReplyRules {
    private static final int MOST_RECIPIENTS = 50;
    private static final int LONGEST_UNDO = 30;
    private static final Duration LATEST = Duration.ofDays(366);

    private ReplyRules() {}

    static void check(Reply reply, Instant now) {
        SingleLine.require("/subject", reply.subject());
        if (reply.to().isEmpty()) {
            throw DomainException.invalid("/to", "required", "Somebody has to get it.");
        }
        List<Recipient> all = all(reply);
        if (all.size() > MOST_RECIPIENTS) {
            throw DomainException.invalid("/to", "too_many", "At most 50 people get one mail.");
        }
        all.forEach(recipient -> SingleLine.require("/to", recipient.name()));
        if (reply.html().isBlank() && reply.text().isBlank() && reply.forward() == null) {
            throw DomainException.invalid("/text", "required", "A mail needs a text.");
        }
        if (reply.undoSeconds() < 0 || reply.undoSeconds() > LONGEST_UNDO) {
            throw DomainException.invalid("/undoSeconds", "invalid", "Between 0 and 30 seconds.");
        }
        checkTime(reply.sendAt(), now);
    }

    /** Everybody once. */
    static List<Recipient> all(Reply reply) {
        return Stream.of(reply.to(), reply.cc(), reply.bcc())
                .flatMap(List::stream)
                .collect(java.util.stream.Collectors.toMap(
                        recipient -> recipient.address().value().toLowerCase(java.util.Locale.ROOT),
                        recipient -> recipient,
                        (one, _) -> one,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Whether somebody gets it who wrote this mail: nobody else reads it below an answer. */
    static boolean isTo(Reply reply, EntryView.@Nullable MailView mail) {
        return mail == null
                || all(reply).stream()
                        .anyMatch(to -> Stream.concat(Stream.of(mail.from()), mail.replyTo().stream())
                                .anyMatch(writer -> writer.address()
                                        .equalsIgnoreCase(to.address().value())));
    }

    private static void checkTime(@Nullable Instant sendAt, Instant now) {
        if (sendAt != null && (!sendAt.isAfter(now) || sendAt.isAfter(now.plus(LATEST)))) {
            throw DomainException.invalid("/sendAt", "in_the_past", "It can be sent later than now, within a year.");
        }
    }
}
