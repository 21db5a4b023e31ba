package dev.kurir.inbox;

import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Recognises what left here where it comes back: evidence, and no second bubble. */
@Component
class OwnCopies {
    private final StoredConversations conversations;
    private final StoredSent sent;
    private final OwnIds ownIds;

    OwnCopies(StoredConversations conversations, StoredSent sent, OwnIds ownIds) {
        this.conversations = conversations;
        this.sent = sent;
        this.ownIds = ownIds;
    }

    /** The message that this mail is. */
    Mono<Origin> of(WorkspaceId workspace, ParsedMail mail) {
        return Mono.justOrEmpty(mail.headers().first("x-kurir-id").flatMap(ownIds::message))
                .flatMap(message -> conversations.origin(workspace, message));
    }

    /**
     * The same in an inbox, where it arrived as a copy. A number alone proves nothing: programs of the other side copy
     * headers, so one of us must have written it. What an account begins with another one is news to that one.
     */
    Mono<Origin> inInbox(Mailbox mailbox, ParsedMail mail, Match match) {
        boolean isReport = mail.report() != null || mail.feedback() != null;
        return isReport
                ? Mono.empty()
                : of(mailbox.workspaceId(), mail)
                        .filterWhen(_ -> accounts(mailbox, List.of(mail.from())).map(from -> !from.isEmpty()))
                        .filterWhen(origin -> isNews(mailbox, mail, match, origin).map(isNews -> !isNews));
    }

    private Mono<Boolean> isNews(Mailbox mailbox, ParsedMail mail, Match match, Origin origin) {
        boolean isOfAnother = !origin.accountId().equals(mailbox.accountId());
        return isOfAnother && match instanceof Match.None
                ? accounts(mailbox, mail.to()).map(to -> to.contains(mailbox.accountId()))
                : Mono.just(false);
    }

    private Mono<Set<AccountId>> accounts(Mailbox mailbox, List<Person> people) {
        return sent.accounts(
                mailbox.workspaceId(), people.stream().map(Person::address).toList());
    }
}
