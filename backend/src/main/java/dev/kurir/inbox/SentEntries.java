package dev.kurir.inbox;

import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.MessageAssembly.Rendered;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.MessageList;
import dev.kurir.outbox.MessageMarks;
import dev.kurir.outbox.MessageMarks.Marked;
import dev.kurir.outbox.MessageView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of the entries that were sent; one that nobody wrote by hand is rendered as its reader got it. */
@Component
public class SentEntries {
    private final MessageList messages;
    private final MessageDesk desk;
    private final MessageMarks marks;

    SentEntries(MessageList messages, MessageDesk desk, MessageMarks marks) {
        this.messages = messages;
        this.desk = desk;
        this.marks = marks;
    }

    /**
     * An entry that was sent.
     *
     * @param rendered null where it stands in the entry as it was written
     */
    public record Sent(
            List<MessageView> messages,
            List<Marked> marks,
            @Nullable Rendered rendered) {
        public static final Sent NOTHING = new Sent(List.of(), List.of(), null);
    }

    /** By entry; only those that were sent. */
    public Mono<Map<EntryId, Sent>> of(WorkspaceId workspace, List<EntryView> entries) {
        List<MessageId> ids =
                entries.stream().flatMap(entry -> entry.messages().stream()).toList();
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return Mono.zip(messages.find(workspace, ids), marks.of(ids))
                .map(found -> new Found(byId(found.getT1()), found.getT2()))
                .flatMapMany(found -> Flux.fromIterable(entries)
                        .filter(entry -> !entry.messages().isEmpty())
                        .concatMap(entry -> sent(workspace, entry, found).map(sent -> Map.entry(entry.id(), sent))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private record Found(Map<MessageId, MessageView> messages, List<Marked> marks) {}

    private static Map<MessageId, MessageView> byId(List<MessageView> views) {
        return views.stream().collect(Collectors.toMap(MessageView::id, Function.identity()));
    }

    private Mono<Sent> sent(WorkspaceId workspace, EntryView entry, Found found) {
        List<MessageView> views = entry.messages().stream()
                .flatMap(id -> Optional.ofNullable(found.messages().get(id)).stream())
                .toList();
        List<Marked> marked = found.marks().stream()
                .filter(mark -> entry.messages().contains(mark.message()))
                .toList();
        boolean isWritten = entry.data().containsKey("html");
        return isWritten
                ? Mono.just(new Sent(views, marked, null))
                : desk.render(workspace, entry.messages().getFirst())
                        .map(rendered -> new Sent(views, marked, rendered))
                        .onErrorReturn(new Sent(views, marked, null));
    }
}
