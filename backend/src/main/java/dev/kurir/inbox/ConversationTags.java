package dev.kurir.inbox;

import dev.kurir.inbox.ConversationChange.Tag;
import dev.kurir.inbox.ConversationLines.Line;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a change of its tags means for a conversation. */
@Component
class ConversationTags {
    private static final int MOST = 20;

    private final ChangedConversations changed;

    ConversationTags(ChangedConversations changed) {
        this.changed = changed;
    }

    /** The line that it leaves. Refuses {@code too_many_tags}. */
    Mono<Optional<Line>> line(WorkspaceId workspace, ConversationId id, Tag change) {
        return changed.holdTags(workspace, id).map(before -> line(before, change));
    }

    private static Optional<Line> line(List<TagName> before, Tag change) {
        Set<String> had = keys(before);
        Set<String> kept = keys(change.add());
        Set<String> gone = keys(change.remove());
        List<TagName> added =
                change.add().stream().filter(tag -> !had.contains(tag.key())).toList();
        List<TagName> removed = before.stream()
                .filter(tag -> change.isExact() ? !kept.contains(tag.key()) : gone.contains(tag.key()))
                .toList();
        if (!added.isEmpty() && before.size() + added.size() - removed.size() > MOST) {
            throw DomainException.invalid("/tags", "too_many_tags", "A conversation has at most 20 tags.");
        }
        Map<String, String> params = new HashMap<>();
        put(params, "added", added);
        put(params, "removed", removed);
        return params.isEmpty() ? Optional.empty() : Optional.of(new Line("tagged", params));
    }

    private static void put(Map<String, String> params, String name, List<TagName> tags) {
        if (!tags.isEmpty()) {
            params.put(name, tags.stream().map(TagName::value).collect(Collectors.joining(", ")));
        }
    }

    private static Set<String> keys(Collection<TagName> tags) {
        return tags.stream().map(TagName::key).collect(Collectors.toSet());
    }
}
