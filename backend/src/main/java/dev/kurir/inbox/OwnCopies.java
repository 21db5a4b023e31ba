package dev.kurir.inbox;

import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Recognises what left here where it comes back: evidence, and no second bubble. */
@Component
class OwnCopies {
    /** Some servers drop our field, some give a mail another Message-ID and keep ours. */
    private static final List<String> NUMBERS = List.of("x-kurir-id", "message-id", "x-microsoft-original-message-id");

    private final StoredConversations conversations;
    private final StoredSent sent;
    private final OwnIds ownIds;

    OwnCopies(StoredConversations conversations, StoredSent sent, OwnIds ownIds) {
        this.conversations = conversations;
        this.sent = sent;
        this.ownIds = ownIds;
    }

    /**
     * What this mail is.
     *
     * @param message null: one of several that have the same Message-ID; which one, nobody knows
     */
    record Own(@Nullable MessageId message, AccountId account) {
        static Own of(Origin origin) {
            return new Own(origin.id(), origin.accountId());
        }
    }

    Mono<Own> of(WorkspaceId workspace, ParsedMail mail) {
        return Flux.fromIterable(NUMBERS)
                .concatMap(name -> Mono.justOrEmpty(mail.headers().first(name)))
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .concatMap(id -> own(workspace, id))
                .next();
    }

    private Mono<Own> own(WorkspaceId workspace, String id) {
        return Mono.justOrEmpty(ownIds.message(id))
                .flatMap(message -> conversations.origin(workspace, message))
                .map(Own::of)
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(ownIds.entry(id))
                        .flatMap(entry -> sent.ofEntry(workspace, entry))
                        .map(as -> new Own(as.only(), as.account()))));
    }

    /**
     * The same in an inbox, where it arrived as a copy. A number alone proves nothing: programs of the other side copy
     * headers, so one of us must have written it. What an account begins with another one is news to that one.
     */
    Mono<Own> inInbox(Mailbox mailbox, ParsedMail mail, Match match) {
        boolean isReport = mail.report() != null || mail.feedback() != null;
        return isReport
                ? Mono.empty()
                : of(mailbox.workspaceId(), mail)
                        .filterWhen(_ -> accounts(mailbox, List.of(mail.from())).map(from -> !from.isEmpty()))
                        .filterWhen(own -> isNews(mailbox, mail, match, own).map(isNews -> !isNews));
    }

    private Mono<Boolean> isNews(Mailbox mailbox, ParsedMail mail, Match match, Own own) {
        boolean isOfAnother = !own.account().equals(mailbox.accountId());
        return isOfAnother && match instanceof Match.None
                ? accounts(mailbox, mail.to()).map(to -> to.contains(mailbox.accountId()))
                : Mono.just(false);
    }

    private Mono<Set<AccountId>> accounts(Mailbox mailbox, List<Person> people) {
        return sent.accounts(
                mailbox.workspaceId(), people.stream().map(Person::address).toList());
    }
}
