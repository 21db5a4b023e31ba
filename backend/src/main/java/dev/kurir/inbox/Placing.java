package dev.kurir.inbox;

import dev.kurir.inbox.StoredConversations.NewConversation;
import dev.kurir.inbox.StoredConversations.NewEntry;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.MessageView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts a mail into its conversation, which is begun where there is none. */
@Component
class Placing {
    private static final int SNIPPET = 160;

    private final StoredConversations conversations;
    private final MessageDesk messages;

    Placing(StoredConversations conversations, MessageDesk messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    /** A mail on its way into a conversation. */
    record Incoming(Mailbox mailbox, MailId id, Arrived arrived, ParsedMail mail, Match match, MailKind kind) {
        boolean isSent() {
            return mailbox.role() == MailSession.Role.SENT;
        }

        /** People should see it; machines and what was there before us do not call them. */
        boolean calls() {
            boolean isPersonal = kind == MailKind.REPLY || kind == MailKind.OTHER;
            return !isSent() && isPersonal && !isBaseline();
        }

        boolean isBaseline() {
            return mailbox.isBaseline(arrived.uid(), arrived.receivedAt());
        }

        /** The other side. */
        Person person() {
            return isSent()
                    ? Stream.concat(mail.to().stream(), mail.cc().stream())
                            .findFirst()
                            .orElse(Person.NOBODY)
                    : mail.from();
        }
    }

    /** @param isCopy it stood there already */
    record Placed(ConversationId conversation, boolean isCopy) {}

    Mono<Placed> place(Incoming incoming) {
        return conversation(incoming)
                .flatMap(conversation -> conversations
                        .noteCopy(conversation, incoming.id())
                        .map(isCopy -> new Placed(conversation, isCopy)))
                .delayUntil(placed -> placed.isCopy() ? Mono.empty() : show(placed.conversation(), incoming));
    }

    private Mono<Void> show(ConversationId conversation, Incoming incoming) {
        return isAboutElse(conversation, incoming)
                .flatMap(isNew -> conversations.add(entry(conversation, incoming, isNew)))
                .then(Mono.defer(() -> categorise(conversation, incoming.kind())));
    }

    /** Whether somebody may want to split it off: what they answer has never had this subject. */
    private Mono<Boolean> isAboutElse(ConversationId conversation, Incoming incoming) {
        return incoming.calls() && !(incoming.match() instanceof Match.None)
                ? conversations
                        .subjects(conversation)
                        .map(known -> SubjectKeys.isNew(incoming.mail().subject(), known))
                : Mono.just(false);
    }

    private Mono<ConversationId> conversation(Incoming incoming) {
        return switch (incoming.match()) {
            case Match.ToConversation(ConversationId id, Match.How _) -> Mono.just(id);
            case Match.ToMessage(MessageId _, Match.How _, ConversationId place) when place != null -> Mono.just(place);
            case Match.ToMessage(MessageId message, Match.How _, ConversationId _) -> ofMessage(incoming, message);
            case Match.ToMail(MailId answered, Match.How _) ->
                conversations.create(begun(incoming)).delayUntil(id -> conversations.adopt(id, answered));
            case Match.None _ -> conversations.create(begun(incoming));
        };
    }

    /** What was sent is the first bubble. */
    private Mono<ConversationId> ofMessage(Incoming incoming, MessageId message) {
        var workspace = incoming.mailbox().workspaceId();
        return conversations
                .ofMessage(workspace, message)
                .switchIfEmpty(Mono.defer(() -> messages.get(workspace, message)
                        .zipWith(conversations.origin(workspace, message), Sent::new)
                        .flatMap(sent -> begin(incoming, sent))));
    }

    private record Sent(MessageView view, Origin origin) {}

    private Mono<ConversationId> begin(Incoming incoming, Sent sent) {
        Origin origin = sent.origin();
        NewConversation conversation = new NewConversation(
                incoming.mailbox().workspaceId(),
                incoming.mailbox().accountId(),
                origin.contactId(),
                origin.campaignId(),
                sent.view().subject(),
                origin.name(),
                origin.address(),
                incoming.calls(),
                null,
                origin.at());
        return conversations
                .create(conversation)
                .delayUntil(id -> conversations
                        .add(sentEntry(id, sent))
                        .flatMap(entry ->
                                conversations.link(incoming.mailbox().workspaceId(), entry, List.of(origin.id()))));
    }

    private static NewEntry sentEntry(ConversationId conversation, Sent sent) {
        return new NewEntry(
                conversation,
                sent.origin().at(),
                EntryKind.SENT,
                null,
                null,
                null,
                "",
                Map.of(),
                sent.view().subject() + " " + sent.origin().name() + " "
                        + sent.origin().address(),
                sent.view().subject(),
                false,
                false);
    }

    private static NewConversation begun(Incoming incoming) {
        Person person = incoming.person();
        return new NewConversation(
                incoming.mailbox().workspaceId(),
                incoming.mailbox().accountId(),
                null,
                null,
                SubjectKeys.bare(incoming.mail().subject()),
                person.name(),
                person.address(),
                incoming.calls(),
                null,
                incoming.arrived().receivedAt());
    }

    private static NewEntry entry(ConversationId conversation, Incoming incoming, boolean isNewSubject) {
        ParsedMail mail = incoming.mail();
        String fresh = incoming.arrived().text().fresh();
        String people = Stream.of(List.of(mail.from()), mail.to(), mail.cc())
                .flatMap(List::stream)
                .map(person -> person.name() + " " + person.address())
                .collect(Collectors.joining(" "));
        return new NewEntry(
                conversation,
                incoming.arrived().receivedAt(),
                incoming.isSent() ? EntryKind.ELSEWHERE : EntryKind.RECEIVED,
                incoming.id(),
                null,
                null,
                "",
                data(incoming.match().how(), isNewSubject),
                mail.subject() + " " + people + " " + fresh,
                snippet(fresh),
                incoming.calls(),
                mail.parts().stream().anyMatch(part -> !part.isInline()));
    }

    private static Map<String, Object> data(Match.How how, boolean isNewSubject) {
        Map<String, Object> data = new HashMap<>();
        if (how != Match.How.NOTHING) {
            data.put("how", how.word());
            data.put("confidence", how.confidence());
        }
        if (isNewSubject) {
            data.put("newSubject", true);
        }
        return data;
    }

    static String snippet(String text) {
        String flat = text.substring(0, Math.min(text.length(), 4 * SNIPPET))
                .replaceAll("\\s+", " ")
                .strip();
        return flat.length() <= SNIPPET ? flat : flat.substring(0, SNIPPET - 1) + "…";
    }

    private Mono<Void> categorise(ConversationId conversation, MailKind kind) {
        Category category = category(kind);
        return category == null ? Mono.empty() : conversations.categorise(conversation, category);
    }

    private static @Nullable Category category(MailKind kind) {
        return switch (kind) {
            case AUTO_REPLY -> Category.OUT_OF_OFFICE;
            case BOUNCE -> Category.BOUNCE;
            case UNSUBSCRIBE -> Category.UNSUBSCRIBE;
            case REPLY, DELAYED, COMPLAINT, OTHER -> null;
        };
    }
}
