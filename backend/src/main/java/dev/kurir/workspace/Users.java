package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
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

    /** What is needed to check a password. */
    record StoredPassword(UserId userId, String hash) {}
}
