package dev.kurir.contact;

import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The lists and tags of a workspace, and who has them. */
public interface StoredGroups {
    Mono<List<Group>> all(WorkspaceId workspace, GroupKind kind);

    Mono<Group> find(WorkspaceId workspace, Id id);

    /** Empty where the name is taken, whatever its case. */
    Mono<Group> add(WorkspaceId workspace, GroupKind kind, String name);

    /** Refuses {@code …_exists} where another one has the name; empty where there is no such group. */
    Mono<Id> rename(WorkspaceId workspace, Id id, String name);

    Mono<Id> remove(WorkspaceId workspace, Id id);

    /** The groups of these names, made where they are missing; each is named as it was asked for. */
    Mono<List<Group>> ensure(WorkspaceId workspace, GroupKind kind, Collection<String> names);

    /** Of these ids those that the workspace has. */
    Mono<List<Id>> known(WorkspaceId workspace, GroupKind kind, Collection<? extends Id> ids);

    /** Puts every contact into every group; how many were not in it before. */
    Mono<Long> join(
            WorkspaceId workspace, GroupKind kind, Collection<? extends Id> groups, Collection<ContactId> contacts);

    /** Puts contact n into group n. */
    Mono<Void> joinPairs(WorkspaceId workspace, GroupKind kind, List<? extends Id> groups, List<ContactId> contacts);

    Mono<Long> leave(WorkspaceId workspace, Id group, Collection<ContactId> contacts);

    /** Takes the contact out of all groups of the kind but these. */
    Mono<Void> keepOnly(WorkspaceId workspace, GroupKind kind, ContactId contact, Collection<? extends Id> groups);
}
