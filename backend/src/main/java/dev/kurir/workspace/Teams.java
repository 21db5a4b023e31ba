package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Which people work together. */
@Component
public class Teams {
    private final StoredTeams stored;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Teams(StoredTeams stored, Feed feed, TransactionalOperator transaction) {
        this.stored = stored;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** What is to be changed; null stays as it is. */
    public record Change(
            @Nullable String name,
            @Nullable List<UserId> members,
            @Nullable Boolean handsOut) {}

    /** By name. */
    public Mono<List<Team>> all(WorkspaceId workspace) {
        return stored.all(workspace);
    }

    /** Empty where there is none. */
    public Mono<Team> find(WorkspaceId workspace, TeamId id) {
        return stored.find(workspace, id);
    }

    /** Refuses {@code team_exists}. */
    public Mono<Team> create(WorkspaceId workspace, String name, List<UserId> members, boolean handsOut) {
        return stored.add(workspace, named(name))
                .switchIfEmpty(Mono.error(Teams::exists))
                .delayUntil(id -> stored.setMembers(workspace, id, members))
                .delayUntil(id -> stored.setHandsOut(workspace, id, handsOut))
                .delayUntil(id -> changed(workspace, id))
                .flatMap(id -> stored.find(workspace, id))
                .as(transaction::transactional);
    }

    /** Refuses {@code team_exists}. */
    public Mono<Team> change(WorkspaceId workspace, TeamId id, Change change) {
        return found(workspace, id)
                .delayUntil(_ -> rename(workspace, id, change.name()))
                .delayUntil(_ ->
                        change.members() == null ? Mono.empty() : stored.setMembers(workspace, id, change.members()))
                .delayUntil(_ ->
                        change.handsOut() == null ? Mono.empty() : stored.setHandsOut(workspace, id, change.handsOut()))
                .delayUntil(_ -> changed(workspace, id))
                .flatMap(_ -> stored.find(workspace, id))
                .as(transaction::transactional);
    }

    /** What was its own is everybody's. */
    public Mono<Void> remove(WorkspaceId workspace, TeamId id) {
        return stored.remove(workspace, id)
                .filter(isGone -> isGone)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("team")))
                .flatMap(_ -> changed(workspace, id))
                .as(transaction::transactional);
    }

    private Mono<Team> found(WorkspaceId workspace, TeamId id) {
        return stored.find(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("team")));
    }

    private Mono<Boolean> rename(WorkspaceId workspace, TeamId id, @Nullable String name) {
        return name == null
                ? Mono.empty()
                : stored.rename(workspace, id, named(name)).onErrorMap(DuplicateKeyException.class, _ -> exists());
    }

    private Mono<Void> changed(WorkspaceId workspace, TeamId id) {
        return feed.publish(FeedEntry.changed(workspace, "team", Map.of("id", id)));
    }

    private static String named(String name) {
        String clean = SingleLine.require("/name", name).strip();
        if (clean.isEmpty()) {
            throw DomainException.invalid("/name", "required", "A team needs a name.");
        }
        return clean;
    }

    private static DomainException exists() {
        return DomainException.invalid("/name", "team_exists", "There is a team of this name already.");
    }
}
