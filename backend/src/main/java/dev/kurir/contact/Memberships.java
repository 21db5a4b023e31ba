package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which lists and tags a contact has. */
@Component
class Memberships {
    private static final int MOST_NAME = 100;

    private final StoredGroups groups;

    Memberships(StoredGroups groups) {
        this.groups = groups;
    }

    /** Null leaves lists or tags as they are; tags come by name and are made when missing. */
    Mono<Void> replace(
            WorkspaceId workspace, ContactId contact, @Nullable List<ListId> lists, @Nullable List<String> tags) {
        return replaceLists(workspace, contact, lists).then(Mono.defer(() -> replaceTags(workspace, contact, tags)));
    }

    private Mono<Void> replaceLists(WorkspaceId workspace, ContactId contact, @Nullable List<ListId> lists) {
        if (lists == null) {
            return Mono.empty();
        }
        return groups.known(workspace, GroupKind.LIST, lists)
                .doOnNext(known -> requireAll(known, lists))
                .flatMap(known -> set(workspace, GroupKind.LIST, contact, known));
    }

    private Mono<Void> replaceTags(WorkspaceId workspace, ContactId contact, @Nullable List<String> tags) {
        if (tags == null) {
            return Mono.empty();
        }
        return groups.ensure(workspace, GroupKind.TAG, clean(tags))
                .map(found -> found.stream().map(Group::id).distinct().toList())
                .flatMap(ids -> set(workspace, GroupKind.TAG, contact, ids));
    }

    private Mono<Void> set(WorkspaceId workspace, GroupKind kind, ContactId contact, Collection<Id> wanted) {
        return groups.keepOnly(workspace, kind, contact, wanted)
                .then(groups.join(workspace, kind, wanted, List.of(contact)))
                .then();
    }

    private static void requireAll(List<Id> known, List<ListId> lists) {
        if (!known.containsAll(lists)) {
            throw DomainException.invalid("/lists", "list_not_found", "There is no such list.");
        }
    }

    private static List<String> clean(List<String> tags) {
        return tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> SingleLine.require("/tags", tag))
                .map(Memberships::requireShort)
                .toList();
    }

    private static String requireShort(String tag) {
        if (tag.length() > MOST_NAME) {
            throw DomainException.invalid("/tags", "too_long", "A tag has at most 100 characters.");
        }
        return tag;
    }
}
