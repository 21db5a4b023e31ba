package dev.kurir.outbox;

import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One message to one contact: the same outbox, gate and history as a campaign's. */
@Component
public class DirectMessages {
    private final Accounts accounts;
    private final Recipients recipients;
    private final MessageAssembly assembly;
    private final Outbox outbox;
    private final MessageDesk desk;

    DirectMessages(
            Accounts accounts, Recipients recipients, MessageAssembly assembly, Outbox outbox, MessageDesk desk) {
        this.accounts = accounts;
        this.recipients = recipients;
        this.assembly = assembly;
        this.outbox = outbox;
        this.desk = desk;
    }

    /** What a person wrote. */
    public record Letter(
            AccountId account, ContactId contact, String subject, String html, String text, boolean urgent) {
        public Letter {
            SingleLine.require("/subject", subject);
            if (html.isBlank() && text.isBlank()) {
                throw DomainException.invalid("/text", "required", "A message needs a text.");
            }
        }
    }

    public Mono<MessageView> send(WorkspaceId workspace, Letter letter) {
        return accounts.sending(letter.account())
                .filter(account -> account.workspaceId().equals(workspace))
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("account")))
                .zipWith(
                        recipients.find(workspace, letter.contact()),
                        (account, to) -> new Addressed(account, to, letter))
                .flatMap(this::enqueue)
                .flatMap(id -> desk.get(workspace, id));
    }

    private Mono<MessageId> enqueue(Addressed addressed) {
        return Mono.defer(() -> {
            DraftContent content = addressed.content();
            // a text that cannot be built is refused now, with its reason, not later in the outbox
            assembly.compile(content);
            return outbox.send(addressed.message(), content);
        });
    }

    /** A letter with both its ends. */
    private record Addressed(SendingAccount account, Recipients.Recipient to, Letter letter) {
        DraftContent content() {
            return new DraftContent(
                    DraftContent.Kind.DIRECT,
                    letter.subject(),
                    "",
                    letter.html(),
                    letter.text(),
                    account.fromName(),
                    account.from());
        }

        DirectMessage message() {
            Map<String, String> values = new HashMap<>(to.values());
            values.put("account.name", account.name());
            values.put("account.email", account.from().value());
            return new DirectMessage(
                    account.workspaceId(), account.id(), to.id(), to.address(), to.name(), values, letter.urgent());
        }
    }
}
