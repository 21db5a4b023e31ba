package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The people of all workspaces. */
public interface Users {
    Mono<Boolean> isEmpty();

    /** Upper and lower case are the same here. */
    Mono<StoredPassword> passwordOf(String email);

    Mono<User> get(UserId id);

    /** Makes a workspace and its first person. */
    Mono<User> createOwner(NewOwner owner, String passwordHash);

    Mono<Void> update(UserId id, String name, Language language);

    /** Everybody of a workspace by name, and who was online since then. */
    Mono<List<Colleague>> all(WorkspaceId workspace, Instant onlineSince);

    /** Empty where somebody has this address already. */
    Mono<User> create(NewMember member, String passwordHash);

    /** The owners, held until the transaction ends: two of them cannot take the rights of each other. */
    Mono<List<UserId>> lockOwners(WorkspaceId workspace);

    Mono<Boolean> setRole(WorkspaceId workspace, UserId id, Role role);

    Mono<Boolean> remove(WorkspaceId workspace, UserId id);

    Mono<String> passwordHash(UserId id);

    Mono<Void> setPassword(UserId id, String passwordHash);

    /** Somebody who comes in by an invitation. */
    record NewMember(WorkspaceId workspaceId, String email, String name, Role role, Language language) {}

    /** What is needed to check a password. */
    record StoredPassword(UserId userId, String hash) {}
}
