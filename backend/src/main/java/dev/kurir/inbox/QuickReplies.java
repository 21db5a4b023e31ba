package dev.kurir.inbox;

import dev.kurir.contact.ContactValues;
import dev.kurir.contact.Contacts;
import dev.kurir.content.Format;
import dev.kurir.content.Template;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Texts for answers that are given again and again. Everybody who works here may change them. */
@Component
public class QuickReplies {
    /** What stands for whoever writes. */
    static final String MY_NAME = "my_name";

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]{1,40}");

    private final StoredQuickReplies stored;
    private final Contacts contacts;

    QuickReplies(StoredQuickReplies stored, Contacts contacts) {
        this.stored = stored;
        this.contacts = contacts;
    }

    public Mono<List<QuickReply>> all(WorkspaceId workspace) {
        return stored.all(workspace);
    }

    public Mono<QuickReply> add(WorkspaceId workspace, String name, String shortcut, String text) {
        return stored.add(workspace, named(name), shortcut(shortcut), usable(text));
    }

    public Mono<QuickReply> change(WorkspaceId workspace, QuickReplyId id, String name, String shortcut, String text) {
        return stored.replace(workspace, new QuickReply(id, named(name), shortcut(shortcut), usable(text)))
                .switchIfEmpty(Mono.error(QuickReplies::gone));
    }

    public Mono<Void> remove(WorkspaceId workspace, QuickReplyId id) {
        return stored.remove(workspace, id)
                .filter(wasThere -> wasThere)
                .switchIfEmpty(Mono.error(QuickReplies::gone))
                .then();
    }

    /**
     * Its text for one reader; a variable that nobody has a value for stays as it is written.
     *
     * @param name of the reader, where they are no contact with a name
     * @param address may be none
     */
    public Mono<String> fill(Caller caller, QuickReplyId id, String name, String address) {
        return stored.find(caller.workspaceId(), id)
                .switchIfEmpty(Mono.error(QuickReplies::gone))
                .zipWith(values(caller, name, address))
                .map(found -> Template.parse(found.getT1().text(), Format.TEXT).fill(found.getT2()));
    }

    private Mono<Map<String, String>> values(Caller caller, String name, String address) {
        return Mono.justOrEmpty(EmailAddress.parse(address))
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

    private static String named(String name) {
        return SingleLine.require("/name", name.strip());
    }

    private static String shortcut(String typed) {
        String shortcut = typed.strip().toLowerCase(Locale.ROOT);
        if (!SHORTCUT.matcher(shortcut).matches()) {
            throw DomainException.invalid(
                    "/shortcut", "shortcut_invalid", "A shortcut is made of letters, digits, - and _.");
        }
        return shortcut;
    }

    private static String usable(String text) {
        Template.parse(text, Format.TEXT).problems().stream().findFirst().ifPresent(problem -> {
            throw DomainException.invalid("/text", problem.code(), problem.detail());
        });
        return text.strip();
    }

    private static DomainException gone() {
        return DomainException.notFound("quick_reply");
    }
}
