package dev.kurir.inbox;

import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.inbox.Placing.Incoming;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.inbox.mime.Unreadable;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.suppression.UnsubscribeMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes in what arrived: stores each mail once, finds what it belongs to and what it is, and draws the consequences;
 * all of it in one transaction, which fails where the account has another owner by now.
 */
@Component
public class Intake {
    private final StoredMails mails;
    private final StoredConversations conversations;
    private final Matching matching;
    private final OwnCopies copies;
    private final MailKinds kinds;
    private final Placing placing;
    private final Consequences consequences;
    private final AwayAnswers away;
    private final UnsubscribeMail unsubscribes;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Intake(
            StoredMails mails,
            StoredConversations conversations,
            Matching matching,
            OwnCopies copies,
            MailKinds kinds,
            Placing placing,
            Consequences consequences,
            AwayAnswers away,
            UnsubscribeMail unsubscribes,
            Feed feed,
            TransactionalOperator transaction) {
        this.mails = mails;
        this.conversations = conversations;
        this.matching = matching;
        this.copies = copies;
        this.kinds = kinds;
        this.placing = placing;
        this.consequences = consequences;
        this.away = away;
        this.unsubscribes = unsubscribes;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Somebody else owns the account. */
    public static final class MovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovedException() {
            super("The account belongs to another node.");
        }
    }

    /** How many were new. */
    public Mono<Long> take(Watched account, Mailbox mailbox, List<Arrived> arrived) {
        return held(account)
                .thenMany(Flux.fromIterable(arrived))
                .concatMap(mail -> takeOne(mailbox, mail))
                .filter(isNew -> isNew)
                .count()
                .as(transaction::transactional);
    }

    /** A mail that the server lists and does not give: nothing of it is here but that it is there. */
    public Mono<Void> withhold(Watched account, Mailbox mailbox, MailSession.Listed mail, String why) {
        Reading.Refused withheld =
                new Reading.Refused(Unreadable.WITHHELD, "%s, UID %d: %s".formatted(mailbox.name(), mail.uid(), why));
        return held(account)
                .then(Mono.defer(() -> mails.withhold(mailbox, mail, withheld)))
                .then(Mono.defer(() -> feed.publish(quarantined(mailbox, withheld))))
                .as(transaction::transactional);
    }

    /** Of what the server lists anew, the mail that is here already. Empty where there is none. */
    public Mono<MailId> recognise(Watched account, Mailbox mailbox, long uid, byte[] headerSha256, long size) {
        return held(account)
                .then(Mono.defer(() -> mails.recognise(mailbox, uid, headerSha256, size)))
                .as(transaction::transactional);
    }

    private Mono<Void> held(Watched account) {
        return mails.hold(account.accountId(), account.fence())
                .filter(isOurs -> isOurs)
                .switchIfEmpty(Mono.error(MovedException::new))
                .then();
    }

    private Mono<Boolean> takeOne(Mailbox mailbox, Arrived arrived) {
        return mails.store(mailbox, arrived)
                .flatMap(
                        kept -> kept.isNew() ? read(mailbox, kept.id(), arrived).thenReturn(true) : Mono.just(false));
    }

    private Mono<Void> read(Mailbox mailbox, MailId id, Arrived arrived) {
        return switch (arrived.reading()) {
            case Reading.Refused refused ->
                mails.quarantine(id, refused.reason(), refused.detail())
                        .then(Mono.defer(() -> feed.publish(quarantined(mailbox, refused))));
            case Reading.Read(ParsedMail mail)
            when mailbox.role() == MailSession.Role.SENT -> sent(mailbox, id, arrived, mail);
            case Reading.Read(ParsedMail mail) -> received(mailbox, id, arrived, mail);
        };
    }

    private Mono<Void> sent(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail) {
        return copies.of(mailbox.workspaceId(), mail)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(own -> own.isPresent()
                        ? evidence(mailbox, id, arrived, mail, own.get())
                        : elsewhere(mailbox, id, arrived, mail));
    }

    /** A copy of what we sent is no second bubble. */
    private Mono<Void> evidence(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail, OwnCopies.Own own) {
        return mails.describe(mailbox.workspaceId(), id, arrived, mail, MailKind.OTHER, own.message());
    }

    private Mono<Void> elsewhere(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail) {
        return mails.describe(mailbox.workspaceId(), id, arrived, mail, MailKind.OTHER, null)
                .then(Mono.defer(() -> matching.find(mailbox, mail, arrived.receivedAt())))
                // what nobody has answered begins no conversation
                .filter(match -> !(match instanceof Match.None))
                .flatMap(match -> placing.place(new Incoming(mailbox, id, arrived, mail, match, MailKind.OTHER)))
                .flatMap(placed -> changed(mailbox, placed.conversation()));
    }

    private Mono<Void> received(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail) {
        return match(mailbox, mail, arrived)
                .flatMap(match -> copies.inInbox(mailbox, mail, match)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(own -> own.isPresent()
                                ? evidence(mailbox, id, arrived, mail, own.get())
                                : news(mailbox, id, arrived, mail, match)));
    }

    private Mono<Void> news(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail, Match match) {
        return kinds.of(mailbox.workspaceId(), mail, match)
                .map(kind -> new Incoming(mailbox, id, arrived, mail, match, kind))
                .flatMap(incoming -> about(incoming)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(about -> settle(incoming, about.orElse(null))));
    }

    /** The token of an unsubscribe mail names its message. */
    private Mono<Match> match(Mailbox mailbox, ParsedMail mail, Arrived arrived) {
        return Mono.justOrEmpty(unsubscribes.messageOf(mail.subject()))
                .<Match>map(message -> new Match.ToMessage(message, Match.How.KURIR_ID))
                .switchIfEmpty(Mono.defer(() -> matching.find(mailbox, mail, arrived.receivedAt())));
    }

    private Mono<Origin> about(Incoming incoming) {
        return incoming.match() instanceof Match.ToMessage(MessageId message, Match.How _, ConversationId _)
                ? conversations.origin(incoming.mailbox().workspaceId(), message)
                : Mono.empty();
    }

    private Mono<Void> settle(Incoming incoming, @Nullable Origin about) {
        Mailbox mailbox = incoming.mailbox();
        return mails.describe(
                        mailbox.workspaceId(),
                        incoming.id(),
                        incoming.arrived(),
                        incoming.mail(),
                        incoming.kind(),
                        about == null ? null : about.id())
                .then(Mono.defer(() -> placing.place(incoming)))
                .delayUntil(placed -> placed.isCopy() ? Mono.empty() : follow(incoming, about, placed.conversation()))
                .flatMap(placed -> changed(mailbox, placed.conversation()));
    }

    private Mono<Void> follow(Incoming incoming, @Nullable Origin about, ConversationId conversation) {
        return consequences.of(incoming, about).then(Mono.defer(() -> away.consider(incoming, conversation)));
    }

    private Mono<Void> changed(Mailbox mailbox, ConversationId conversation) {
        return feed.publish(InboxFeed.changed(mailbox.workspaceId(), conversation));
    }

    private static FeedEntry quarantined(Mailbox mailbox, Reading.Refused refused) {
        return FeedEntry.log(
                        mailbox.workspaceId(),
                        "mail_quarantined",
                        FeedEntry.Level.WARN,
                        Map.of("reason", refused.reason().word()))
                .about(mailbox.accountId());
    }
}
