package dev.kurir.inbox;

import dev.kurir.account.AccountDesk;
import dev.kurir.account.SendingAccount;
import dev.kurir.inbox.ConversationViews.ThreadEnd;
import dev.kurir.inbox.mime.HtmlCleaner;
import dev.kurir.inbox.mime.MailReader;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.LetterHead;
import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Profiles;
import dev.kurir.workspace.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final StoredMails mails;
    private final StoredSent sent;
    private final BlockingMailIo io;

    ReplyContent(
            ConversationViews views,
            Profiles profiles,
            AccountDesk accounts,
            OwnIds ownIds,
            StoredMails mails,
            StoredSent sent,
            BlockingMailIo io) {
        this.views = views;
        this.profiles = profiles;
        this.accounts = accounts;
        this.ownIds = ownIds;
        this.mails = mails;
        this.sent = sent;
        this.io = io;
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
                        end(id).flatMap(end -> below(caller, id, reply, end)),
                        profiles.get(caller).map(User::language),
                        signature)
                .map(found -> draft(
                        found.getT1().end(),
                        new ReplyBody(
                                reply,
                                found.getT3(),
                                found.getT1().end(),
                                found.getT1().forwarded().orElse(null),
                                found.getT1().html(),
                                found.getT2()),
                        entry,
                        reply,
                        account,
                        files));
    }

    /** What we have sent, where nothing came back: its reader has a thread already. */
    private Mono<ThreadEnd> end(ConversationId id) {
        return views.end(id)
                .flatMap(end -> end.internetId() != null
                        ? Mono.just(end)
                        : sent.newest(id).map(ours -> after(end, ours)).defaultIfEmpty(end));
    }

    private ThreadEnd after(ThreadEnd end, StoredSent.Newest ours) {
        String id = Objects.requireNonNullElseGet(
                ours.messageId(), () -> ownIds.messageIdOf(ours.message(), ours.domain()));
        return end.after(id, ours.thread());
    }

    /** What stands below the words. */
    private record Below(ThreadEnd end, Optional<EntryView> forwarded, String html) {}

    private Mono<Below> below(Caller caller, ConversationId id, Reply reply, ThreadEnd newest) {
        ThreadEnd end = ReplyRules.isTo(reply, newest.mail()) ? newest : newest.withoutMail();
        return forwarded(caller, id, reply.forward())
                .flatMap(forwarded -> original(caller, reply, shown(reply, end, forwarded))
                        .map(html -> new Below(end, forwarded, html)));
    }

    private static EntryView.@Nullable MailView shown(Reply reply, ThreadEnd end, Optional<EntryView> forwarded) {
        EntryView.MailView quoted = reply.quote() ? end.mail() : null;
        return forwarded.map(EntryView::mail).orElse(quoted);
    }

    /**
     * The HTML of the mail itself: what is stored for the screen has its pictures held back and its links marked. Empty
     * where words are enough.
     */
    private Mono<String> original(Caller caller, Reply reply, EntryView.@Nullable MailView mail) {
        if (mail == null || mail.html().isBlank() || reply.html().isEmpty()) {
            return Mono.just("");
        }
        return mails.raw(caller, mail.id())
                .flatMap(octets -> io.call(() -> html(octets)))
                .onErrorReturn(DomainException.class, "");
    }

    private static String html(byte[] octets) {
        return MailReader.read(octets) instanceof Reading.Read read
                ? HtmlCleaner.quotable(read.mail().html())
                : "";
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
                references(end.thread(), end.internetId()),
                files,
                false);
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
    static List<String> references(List<String> before, @Nullable String answered) {
        List<String> all = new ArrayList<>(before);
        if (answered != null) {
            all.add(answered);
        }
        if (all.size() <= MOST_REFERENCES) {
            return all;
        }
        List<String> kept = new ArrayList<>(List.of(all.getFirst()));
        kept.addAll(all.subList(all.size() - MOST_REFERENCES + 1, all.size()));
        return kept;
    }
}
