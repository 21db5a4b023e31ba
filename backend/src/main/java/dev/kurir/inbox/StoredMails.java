package dev.kurir.inbox;

import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.inbox.mime.Unreadable;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored mails. All changes join the caller's transaction. */
public interface StoredMails {
    /**
     * A mail after it was stored.
     *
     * @param isNew false: the same octets were here already, shown or deleted; true also where they were only sent so
     *     far, and have arrived now
     */
    record Kept(MailId id, boolean isNew) {}

    /** A mail that was not read, and why. */
    record Quarantined(MailId id, AccountId accountId, String reason, String detail, long octets, Instant receivedAt) {}

    /** Whether the account is still ours; nobody takes it before the transaction ends. */
    Mono<Boolean> hold(AccountId account, long fence);

    Mono<Kept> store(Mailbox mailbox, Arrived mail);

    /** The mail with these headers and this size, if it is here; it lies at this UID now. */
    Mono<MailId> recognise(Mailbox mailbox, long uid, byte[] headerSha256, long size);

    /** @param message our message that it is a copy of, or is about */
    Mono<Void> describe(
            WorkspaceId workspace,
            MailId mail,
            Arrived arrived,
            ParsedMail parsed,
            MailKind kind,
            @Nullable MessageId message);

    Mono<Void> quarantine(MailId mail, Unreadable reason, String detail);

    /** One of which there are no octets, in its place. */
    Mono<Void> withhold(Mailbox mailbox, MailSession.Listed mail, Reading.Refused why);

    /**
     * The octets as they came; {@code mail_not_found}, also where there are none, or the caller may not see its
     * conversation.
     */
    Mono<byte[]> raw(Caller caller, MailId mail);

    /** What is not read, the newest first. */
    Mono<List<Quarantined>> quarantined(WorkspaceId workspace, int limit);

    /** Addresses of the pictures that a mail would fetch. */
    Mono<List<String>> remoteImages(WorkspaceId workspace, MailId mail);
}
