package dev.kurir.inbox;

import dev.kurir.account.Account;
import dev.kurir.account.AccountDesk;
import dev.kurir.account.AccountSettings;
import dev.kurir.inbox.AnswerGuard.Held;
import dev.kurir.inbox.Placing.Incoming;
import dev.kurir.inbox.StoredConversations.NewEntry;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DirectMessage;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.LetterHead;
import dev.kurir.outbox.LetterHead.Recipient;
import dev.kurir.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers new mail while nobody is there, where the account is set so and {@link AnswerGuard} allows it; else the
 * conversation says why not. In the transaction that stores the mail, so no mail is answered twice.
 */
@Component
class AwayAnswers {
    /** Those that may be from a person, or from a machine that answers. */
    private static final Set<MailKind> KINDS = EnumSet.of(MailKind.REPLY, MailKind.OTHER, MailKind.AUTO_REPLY);

    /** Later than that it answers nothing: a mailbox that was away for weeks comes back with all its mail. */
    private static final Duration TIMELY = Duration.ofHours(12);

    private static final String CODE = "not_answered_by_itself";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final AccountDesk accounts;
    private final StoredAwayAnswers answers;
    private final StoredConversations conversations;
    private final OwnIds ownIds;
    private final Outbox outbox;
    private final Clock clock;

    AwayAnswers(
            AccountDesk accounts,
            StoredAwayAnswers answers,
            StoredConversations conversations,
            OwnIds ownIds,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.answers = answers;
        this.conversations = conversations;
        this.ownIds = ownIds;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Void> consider(Incoming incoming, ConversationId conversation) {
        boolean isOld = incoming.isBaseline()
                || incoming.arrived().receivedAt().isBefore(clock.instant().minus(TIMELY));
        return isOld || !KINDS.contains(incoming.kind())
                ? Mono.empty()
                : accounts.get(workspace(incoming), account(incoming))
                        .map(Account::settings)
                        .filter(this::isAway)
                        .flatMap(settings -> answer(incoming, conversation, settings));
    }

    private boolean isAway(AccountSettings settings) {
        var away = settings.reading().away();
        return away != null && away.isAt(clock.instant());
    }

    /** History is asked for only where the mail itself says nothing against it. */
    private Mono<Void> answer(Incoming incoming, ConversationId conversation, AccountSettings settings) {
        return AnswerGuard.check(incoming.mail(), incoming.kind(), settings.from())
                .map(held -> say(conversation, held))
                .or(() ->
                        AnswerGuard.recipient(incoming.mail()).map(to -> answer(incoming, conversation, settings, to)))
                .orElseGet(Mono::empty);
    }

    private Mono<Void> answer(
            Incoming incoming, ConversationId conversation, AccountSettings settings, EmailAddress to) {
        return answers.history(
                        workspace(incoming),
                        account(incoming),
                        conversation,
                        to,
                        incoming.arrived().receivedAt(),
                        clock.instant())
                .map(AnswerGuard::check)
                .flatMap(held ->
                        held.isPresent() ? say(conversation, held.get()) : send(incoming, conversation, settings, to));
    }

    private Mono<Void> say(ConversationId conversation, Held why) {
        return answers.isSaid(conversation, CODE, why.word())
                .filter(isSaid -> !isSaid)
                .flatMap(_ -> conversations.add(line(conversation, why)))
                .then();
    }

    private NewEntry line(ConversationId conversation, Held why) {
        Map<String, Object> data = Map.of("code", CODE, "params", Map.of("reason", why.word()));
        return new NewEntry(
                conversation, clock.instant(), EntryKind.LINE, null, null, null, "", data, "", "", false, false);
    }

    private Mono<Void> send(Incoming incoming, ConversationId conversation, AccountSettings settings, EmailAddress to) {
        Recipient recipient = new Recipient(onOneLine(incoming.mail().from().name()), to);
        Reply reply = reply(incoming.mail(), settings, recipient);
        DirectMessage message =
                new DirectMessage(workspace(incoming), account(incoming), null, to, recipient.name(), Map.of(), false);
        return conversations
                .add(WrittenReply.automatic(conversation, reply, clock.instant()))
                .flatMap(entry -> outbox.send(message, draft(incoming.mail(), entry, settings, reply))
                        .flatMap(sent -> conversations.link(workspace(incoming), entry, List.of(sent))))
                .then(Mono.defer(() -> answers.note(workspace(incoming), account(incoming), to, clock.instant())));
    }

    private static Reply reply(ParsedMail mail, AccountSettings settings, Recipient to) {
        return new Reply(
                List.of(to),
                List.of(),
                List.of(),
                "Re: " + onOneLine(SubjectKeys.bare(mail.subject())),
                "",
                text(settings),
                false,
                null,
                false,
                List.of(),
                null,
                0,
                false,
                null);
    }

    private DraftContent draft(ParsedMail mail, EntryId entry, AccountSettings settings, Reply reply) {
        LetterHead letter = new LetterHead(
                ownIds.messageIdOf(entry, settings.from().domain()),
                reply.to(),
                List.of(),
                mail.messageId(),
                ReplyContent.references(mail.references(), mail.messageId()),
                List.of(),
                true);
        return new DraftContent(
                DraftContent.Kind.REPLY,
                reply.subject(),
                "",
                "",
                reply.text(),
                settings.fromName(),
                settings.from(),
                letter);
    }

    private static String text(AccountSettings settings) {
        var away = settings.reading().away();
        return away == null ? "" : away.text();
    }

    private static String onOneLine(String foreign) {
        return CONTROL.matcher(foreign).replaceAll(" ").strip();
    }

    private static WorkspaceId workspace(Incoming incoming) {
        return incoming.mailbox().workspaceId();
    }

    private static AccountId account(Incoming incoming) {
        return incoming.mailbox().accountId();
    }
}
