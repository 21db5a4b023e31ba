package dev.kurir.inbox;

import dev.kurir.account.AccountDesk;
import dev.kurir.account.SendingAccount;
import dev.kurir.inbox.ConversationViews.ThreadEnd;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.LetterHead;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Profiles;
import dev.kurir.workspace.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the content of a reply: what was written, what it answers below it, and the headers of the thread. */
@Component
class ReplyContent {
    private static final int MOST_REFERENCES = 30;

    private final ConversationViews views;
    private final Profiles profiles;
    private final AccountDesk accounts;
    private final OwnIds ownIds;

    ReplyContent(ConversationViews views, Profiles profiles, AccountDesk accounts, OwnIds ownIds) {
        this.views = views;
        this.profiles = profiles;
        this.accounts = accounts;
        this.ownIds = ownIds;
    }

    Mono<DraftContent> of(
            Caller caller,
            ConversationId id,
            EntryId entry,
            Reply reply,
            SendingAccount account,
            List<LetterHead.Attachment> files) {
        Mono<String> signature = accounts.get(caller.workspaceId(), account.id())
                .map(found -> reply.signature() ? found.settings().signature() : "");
        return Mono.zip(
                        views.end(id),
                        profiles.get(caller).map(User::language),
                        signature,
                        forwarded(caller, id, reply.forward()))
                .map(found -> draft(
                        found.getT1(),
                        new ReplyBody(
                                reply,
                                found.getT3(),
                                found.getT1(),
                                found.getT4().orElse(null),
                                found.getT2()),
                        entry,
                        reply,
                        account,
                        files));
    }

    /** Refuses what is not a mail of the conversation. */
    private Mono<Optional<EntryView>> forwarded(Caller caller, ConversationId id, @Nullable EntryId entry) {
        if (entry == null) {
            return Mono.just(Optional.empty());
        }
        return views.entry(caller.workspaceId(), id, entry)
                .filter(found -> found.mail() != null)
                .switchIfEmpty(Mono.error(
                        () -> DomainException.invalid("/forward", "mail_not_found", "This mail is not here any more.")))
                .map(Optional::of);
    }

    private DraftContent draft(
            ThreadEnd end,
            ReplyBody body,
            EntryId entry,
            Reply reply,
            SendingAccount account,
            List<LetterHead.Attachment> files) {
        LetterHead letter = new LetterHead(
                ownIds.messageIdOf(entry, account.from().domain()),
                reply.to(),
                reply.cc(),
                end.internetId(),
                references(end),
                files);
        return new DraftContent(
                DraftContent.Kind.REPLY,
                reply.subject(),
                "",
                body.html(),
                body.text(),
                account.fromName(),
                account.from(),
                letter);
    }

    /** All before, and the one that is answered; of very many the first and the last ones (RFC 5322 §3.6.4). */
    private static List<String> references(ThreadEnd end) {
        List<String> all = new ArrayList<>(end.thread());
        if (end.internetId() != null) {
            all.add(end.internetId());
        }
        if (all.size() <= MOST_REFERENCES) {
            return all;
        }
        List<String> kept = new ArrayList<>(List.of(all.getFirst()));
        kept.addAll(all.subList(all.size() - MOST_REFERENCES + 1, all.size()));
        return kept;
    }
}
