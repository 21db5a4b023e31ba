package dev.kurir.workspace.persistence;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.StoredTeams;
import dev.kurir.workspace.Team;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcTeams implements StoredTeams {
    private static final String SELECT = """
            select t.id, t.name, t.hands_out,
                   array(select m.user_id from team_member m join app_user u on u.id = m.user_id
                          where m.team_id = t.id order by lower(u.name), u.id) as members
              from team t where t.workspace_id = :workspace
            """;
    private static final String ADD = """
            insert into team (workspace_id, name, created_at) values (:workspace, :name, :now) on conflict do nothing returning id
            """;
    private static final String LEAVE = """
            delete from team_member where workspace_id = :workspace and team_id = :id and user_id <> all (:members)
            """;
    private static final String JOIN = """
            insert into team_member (team_id, user_id, workspace_id)
            select :id, u.id, u.workspace_id from app_user u where u.workspace_id = :workspace and u.id = any (:members)
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcTeams(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<Team>> all(WorkspaceId workspace) {
        return database.sql(SELECT + " order by lower(t.name)")
                .bind("workspace", workspace.value())
                .map(R2dbcTeams::team)
                .all()
                .collectList();
    }

    @Override
    public Mono<Team> find(WorkspaceId workspace, TeamId id) {
        return of(SELECT + " and t.id = :id", workspace, id)
                .map(R2dbcTeams::team)
                .one();
    }

    @Override
    public Mono<TeamId> add(WorkspaceId workspace, String name) {
        return database.sql(ADD)
                .bind("workspace", workspace.value())
                .bind("name", name)
                .bind("now", clock.instant())
                .map(row -> new TeamId(read(row, "id", Long.class)))
                .one();
    }

    @Override
    public Mono<Boolean> rename(WorkspaceId workspace, TeamId id, String name) {
        return changed(of("update team set name = :name where workspace_id = :workspace and id = :id", workspace, id)
                .bind("name", name));
    }

    @Override
    public Mono<Void> setMembers(WorkspaceId workspace, TeamId id, Collection<UserId> members) {
        Long[] ids = members.stream().map(UserId::value).toArray(Long[]::new);
        return of(LEAVE, workspace, id)
                .bind("members", ids)
                .then()
                .then(Mono.defer(
                        () -> of(JOIN, workspace, id).bind("members", ids).then()));
    }

    @Override
    public Mono<Void> setHandsOut(WorkspaceId workspace, TeamId id, boolean handsOut) {
        return of("update team set hands_out = :handsOut where workspace_id = :workspace and id = :id", workspace, id)
                .bind("handsOut", handsOut)
                .then();
    }

    @Override
    public Mono<Boolean> remove(WorkspaceId workspace, TeamId id) {
        return changed(of("delete from team where workspace_id = :workspace and id = :id", workspace, id));
    }

    private GenericExecuteSpec of(String sql, WorkspaceId workspace, TeamId id) {
        return database.sql(sql).bind("workspace", workspace.value()).bind("id", id.value());
    }

    private static Mono<Boolean> changed(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static Team team(Readable row) {
        return new Team(
                new TeamId(read(row, "id", Long.class)),
                read(row, "name", String.class),
                Arrays.stream(read(row, "members", Long[].class))
                        .map(UserId::new)
                        .toList(),
                read(row, "hands_out", Boolean.class));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
