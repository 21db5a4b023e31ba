package dev.kurir.inbox;

import dev.kurir.inbox.mime.MailClassifier;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.MessageView;
import dev.kurir.suppression.UnsubscribeMail;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What kind of mail it is, where {@link MailClassifier} has to know what it answers. */
@Component
class MailKinds {
    private final UnsubscribeMail unsubscribes;
    private final MessageDesk messages;
    private final StoredSent sent;

    MailKinds(UnsubscribeMail unsubscribes, MessageDesk messages, StoredSent sent) {
        this.unsubscribes = unsubscribes;
        this.messages = messages;
        this.sent = sent;
    }

    Mono<MailKind> of(WorkspaceId workspace, ParsedMail mail, Match match) {
        boolean isAnswer = !(match instanceof Match.None);
        MailKind kind = MailClassifier.classify(mail, isAnswer);
        MailKind ofAPerson = isAnswer ? MailKind.REPLY : MailKind.OTHER;
        return switch (kind) {
            case UNSUBSCRIBE -> Mono.just(isForged(mail) ? ofAPerson : kind);
            case AUTO_REPLY -> isUnderOurSubject(workspace, mail, match).map(isOurs -> isOurs ? ofAPerson : kind);
            case REPLY, BOUNCE, DELAYED, COMPLAINT, OTHER -> Mono.just(kind);
        };
    }

    private boolean isForged(ParsedMail mail) {
        return unsubscribes.messageOf(mail.subject()).isEmpty();
    }

    /** What we call a mail, those who answer it call theirs: that makes nobody a machine. */
    private Mono<Boolean> isUnderOurSubject(WorkspaceId workspace, ParsedMail mail, Match match) {
        String key = SubjectKeys.of(mail.subject());
        return MailClassifier.isAutomaticBySubjectAlone(mail)
                ? subjects(workspace, match)
                        .map(ours -> ours.stream().map(SubjectKeys::of).anyMatch(key::equals))
                : Mono.just(false);
    }

    private Mono<List<String>> subjects(WorkspaceId workspace, Match match) {
        return switch (match) {
            case Match.ToMessage(MessageId message, Match.How _, ConversationId _) ->
                messages.get(workspace, message).map(MessageView::subject).map(List::of);
            case Match.ToConversation(ConversationId conversation, Match.How _) -> sent.subjects(conversation);
            case Match.ToMail(MailId answered, Match.How _) -> sent.subjects(answered);
            case Match.None _ -> Mono.just(List.of());
        };
    }
}
