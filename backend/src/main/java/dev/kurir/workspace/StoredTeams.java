package dev.kurir.workspace;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored teams. All changes join the caller's transaction. */
public interface StoredTeams {
    /** By name. */
    Mono<List<Team>> all(WorkspaceId workspace);

    Mono<Team> find(WorkspaceId workspace, TeamId id);

    /** Empty where there is one of this name. */
    Mono<TeamId> add(WorkspaceId workspace, String name);

    /** Fails with {@code DuplicateKeyException} where there is one of this name; false where there is no such team. */
    Mono<Boolean> rename(WorkspaceId workspace, TeamId id, String name);

    /** Those of them who work here are its members, and nobody else. */
    Mono<Void> setMembers(WorkspaceId workspace, TeamId id, Collection<UserId> members);

    Mono<Void> setHandsOut(WorkspaceId workspace, TeamId id, boolean handsOut);

    Mono<Boolean> remove(WorkspaceId workspace, TeamId id);
}
