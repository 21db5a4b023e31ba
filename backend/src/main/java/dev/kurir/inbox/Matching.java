package dev.kurir.inbox;

import dev.kurir.inbox.Match.How;
import dev.kurir.inbox.mime.DeliveryReport;
import dev.kurir.inbox.mime.HeaderBlock;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds where a mail belongs: by our own ids in its thread, by the thread, by our number in what came back, by the
 * address it was sent to, at last by subject and person.
 */
@Component
class Matching {
    private static final Duration SIMILAR = Duration.ofDays(30);
    private static final Duration BOUNCES = Duration.ofDays(7);

    private final StoredConversations conversations;
    private final OwnIds ownIds;

    Matching(StoredConversations conversations, OwnIds ownIds) {
        this.conversations = conversations;
        this.ownIds = ownIds;
    }

    Mono<Match> find(Mailbox mailbox, ParsedMail mail, Instant receivedAt) {
        // a report is about the mail that it returns; the thread that it stands in may be any
        Mono<Match> returned = byReturned(mailbox, mail);
        Mono<Match> thread = inThread(mailbox, mail).switchIfEmpty(Mono.defer(() -> byThread(mailbox, mail)));
        return returned.switchIfEmpty(thread)
                .switchIfEmpty(Mono.defer(() -> byAddress(mailbox, mail)))
                .switchIfEmpty(Mono.defer(() -> byRecipient(mailbox, mail, receivedAt)))
                .switchIfEmpty(Mono.defer(() -> bySubject(mailbox, mail, receivedAt)))
                .defaultIfEmpty(Match.NONE);
    }

    /** The nearest first. */
    private static List<String> thread(ParsedMail mail) {
        List<String> ids = new ArrayList<>(mail.inReplyTo());
        ids.addAll(mail.references().reversed());
        return ids.stream().distinct().toList();
    }

    private Mono<Match> byReturned(Mailbox mailbox, ParsedMail mail) {
        HeaderBlock returned = mail.returned();
        if (returned == null || (mail.report() == null && mail.feedback() == null)) {
            return Mono.empty();
        }
        List<String> ids = Stream.of(returned.first("x-kurir-id"), returned.first("message-id"))
                .flatMap(Optional::stream)
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .toList();
        return byOwnIds(mailbox, ids)
                .map(Known::match)
                .map(match -> match instanceof Match.ToMessage(MessageId message, How _, ConversationId _)
                        ? new Match.ToMessage(message, How.KURIR_ID)
                        : match);
    }

    /** About our message; but where a thread was split, a mail goes to the part with the mail that it answers. */
    private Mono<Match> inThread(Mailbox mailbox, ParsedMail mail) {
        List<String> ids = thread(mail);
        return byOwnIds(mailbox, ids)
                .flatMap(known -> nearest(mailbox, ids.subList(0, ids.indexOf(known.id())))
                        .map(place -> placed(known.match(), place))
                        .defaultIfEmpty(known.match()));
    }

    private static Match placed(Match match, ConversationId place) {
        return switch (match) {
            case Match.ToMessage(MessageId message, How how, ConversationId _) ->
                new Match.ToMessage(message, how, place);
            case Match.ToConversation(ConversationId _, How how) -> new Match.ToConversation(place, how);
            case Match.ToMail _, Match.None _ -> match;
        };
    }

    private Mono<ConversationId> nearest(Mailbox mailbox, List<String> ids) {
        return ids.isEmpty() ? Mono.empty() : conversations.nearest(mailbox.accountId(), ids);
    }

    /** @param id by which it was found */
    private record Known(String id, Match match) {}

    private Mono<Known> byOwnIds(Mailbox mailbox, List<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> byOwnId(mailbox, id).map(match -> new Known(id, match)))
                .next();
    }

    private Mono<Match> byOwnId(Mailbox mailbox, String id) {
        Optional<MessageId> message = ownIds.message(id);
        if (message.isPresent()) {
            return conversations
                    .origin(mailbox.workspaceId(), message.get())
                    .map(origin -> new Match.ToMessage(origin.id(), How.THREAD));
        }
        Optional<EntryId> entry = ownIds.entry(id);
        return Mono.justOrEmpty(entry)
                .flatMap(known -> conversations.ofEntry(mailbox.workspaceId(), known))
                .map(conversation -> new Match.ToConversation(conversation, How.THREAD));
    }

    private Mono<Match> byThread(Mailbox mailbox, ParsedMail mail) {
        List<String> before = thread(mail);
        return before.isEmpty() && mail.messageId() == null
                ? Mono.empty()
                : conversations
                        .inThread(mailbox.accountId(), mail.messageId(), before)
                        .map(Matching::known);
    }

    private static Match known(StoredConversations.KnownMail known) {
        if (known.sentAs() != null) {
            // its server gave it another Message-ID than we did
            return new Match.ToMessage(known.sentAs(), How.THREAD, known.conversationId());
        }
        return known.conversationId() == null
                ? new Match.ToMail(known.id(), How.THREAD)
                : new Match.ToConversation(known.conversationId(), How.THREAD);
    }

    private Mono<Match> byAddress(Mailbox mailbox, ParsedMail mail) {
        Stream<String> stamped = Stream.of("delivered-to", "x-original-to", "envelope-to")
                .flatMap(name -> mail.headers().all(name).stream())
                .map(address -> address.replaceAll("[<>\\s]", ""));
        List<MessageId> ids = Stream.concat(mail.to().stream().map(Person::address), stamped)
                .map(ownIds::messageOfAddress)
                .flatMap(Optional::stream)
                .toList();
        return Flux.fromIterable(ids)
                .concatMap(id -> conversations.origin(mailbox.workspaceId(), id))
                .next()
                .map(origin -> new Match.ToMessage(origin.id(), How.ADDRESS));
    }

    /** A bounce that returns nothing still names who could not be reached. */
    private Mono<Match> byRecipient(Mailbox mailbox, ParsedMail mail, Instant receivedAt) {
        DeliveryReport report = mail.report();
        return report == null
                ? Mono.empty()
                : Flux.fromIterable(report.recipients())
                        .filter(recipient -> !recipient.address().isEmpty())
                        .concatMap(recipient -> conversations.latestTo(
                                mailbox.accountId(), recipient.address(), receivedAt.minus(BOUNCES)))
                        .next()
                        .map(message -> new Match.ToMessage(message, How.RECIPIENT));
    }

    /** Only where it says itself that it is an answer. */
    private Mono<Match> bySubject(Mailbox mailbox, ParsedMail mail, Instant receivedAt) {
        boolean isAnswer =
                !SubjectKeys.bare(mail.subject()).equals(mail.subject().strip());
        return !isAnswer || mail.report() != null
                ? Mono.empty()
                : conversations
                        .similar(
                                mailbox.accountId(),
                                mail.from().address(),
                                SubjectKeys.of(mail.subject()),
                                receivedAt.minus(SIMILAR))
                        .map(conversation -> new Match.ToConversation(conversation, How.SUBJECT));
    }
}
