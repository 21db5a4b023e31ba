package dev.kurir.inbox;

import dev.kurir.contact.ContactValues;
import dev.kurir.contact.Contacts;
import dev.kurir.content.Format;
import dev.kurir.content.Template;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Texts for answers that are given again and again. Everybody who works here may change them. */
@Component
public class QuickReplies {
    /** What stands for whoever writes. */
    static final String MY_NAME = "my_name";

    /** As people write it; its files are uploads, or were its own before. */
    public record Draft(String name, String shortcut, String text, List<AttachmentId> attachments) {}

    /** Ready to be put into an answer. */
    public record Filled(String text, List<AttachedFile> attachments) {}

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

    private final StoredQuickReplies stored;
    private final QuickReplyFiles files;
    private final Attachments attachments;
    private final Contacts contacts;
    private final ConversationViews views;
    private final TransactionalOperator transaction;

    QuickReplies(
            StoredQuickReplies stored,
            QuickReplyFiles files,
            Attachments attachments,
            Contacts contacts,
            ConversationViews views,
            TransactionalOperator transaction) {
        this.stored = stored;
        this.files = files;
        this.attachments = attachments;
        this.contacts = contacts;
        this.views = views;
        this.transaction = transaction;
    }

    public Mono<List<QuickReply>> all(WorkspaceId workspace) {
        return Mono.zip(
                stored.all(workspace),
                files.all(workspace),
                (all, held) -> all.stream()
                        .map(reply -> reply.with(held.getOrDefault(reply.id(), List.of())))
                        .toList());
    }

    public Mono<QuickReply> add(Caller caller, Draft draft) {
        return stored.add(caller.workspaceId(), named(draft), shortcut(draft), usable(draft))
                .flatMap(reply -> withFiles(caller, reply, draft.attachments()))
                .as(transaction::transactional);
    }

    public Mono<QuickReply> change(Caller caller, QuickReplyId id, Draft draft) {
        return stored.replace(caller.workspaceId(), id, named(draft), shortcut(draft), usable(draft))
                .switchIfEmpty(Mono.error(QuickReplies::gone))
                .delayUntil(reply -> files.release(caller, id))
                .flatMap(reply -> withFiles(caller, reply, draft.attachments()))
                .as(transaction::transactional);
    }

    /** Its files are uploads of the caller then, who may give them to another one. */
    public Mono<Void> remove(Caller caller, QuickReplyId id) {
        return files.release(caller, id)
                .then(stored.remove(caller.workspaceId(), id))
                .filter(wasThere -> wasThere)
                .switchIfEmpty(Mono.error(QuickReplies::gone))
                .as(transaction::transactional)
                .then();
    }

    /**
     * Its text for one reader, and its files as uploads of the caller; a variable that nobody has a value for stays as
     * it is written.
     *
     * @param name of the reader, where they are no contact with a name
     * @param address may be none
     */
    public Mono<Filled> fill(Caller caller, QuickReplyId id, String name, String address) {
        Mono<String> text = stored.find(caller.workspaceId(), id)
                .switchIfEmpty(Mono.error(QuickReplies::gone))
                .zipWith(values(caller, name, address))
                .map(found -> Template.parse(found.getT1().text(), Format.TEXT).fill(found.getT2()));
        return text.zipWhen(_ -> files.copy(caller, id), Filled::new).as(transaction::transactional);
    }

    private Mono<QuickReply> withFiles(Caller caller, QuickReply reply, List<AttachmentId> ids) {
        return attachments
                .chosen(caller, ids)
                .delayUntil(chosen -> files.hold(reply.id(), chosen))
                .map(reply::with);
    }

    private Mono<Map<String, String>> values(Caller caller, String name, String address) {
        return Mono.justOrEmpty(EmailAddress.parse(address))
                // what a contact is said to be, agents read of those they talk to
                .filterWhen(email -> caller.role() == Role.AGENT ? views.knows(caller, email) : Mono.just(true))
                .flatMap(email -> contacts.byAddress(caller.workspaceId(), email))
                .map(contact -> ContactValues.of(contact.details()))
                .defaultIfEmpty(Map.of("email", address))
                .map(known -> {
                    Map<String, String> values = new HashMap<>(known);
                    if (values.getOrDefault("name", "").isBlank()) {
                        values.put("name", name.strip());
                    }
                    values.put(MY_NAME, caller.name());
                    return values;
                });
    }

    private static String named(Draft draft) {
        return SingleLine.require("/name", draft.name().strip());
    }

    private static String shortcut(Draft draft) {
        String shortcut = draft.shortcut().strip().toLowerCase(Locale.ROOT);
        if (!SHORTCUT.matcher(shortcut).matches()) {
            throw DomainException.invalid(
                    "/shortcut", "shortcut_invalid", "A shortcut is made of letters, digits, - and _.");
        }
        return shortcut;
    }

    private static String usable(Draft draft) {
        Template.parse(draft.text(), Format.TEXT).problems().stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw DomainException.invalid("/text", problem.code(), problem.detail());
                });
        return draft.text().strip();
    }

    private static DomainException gone() {
        return DomainException.notFound("quick_reply");
    }
}
