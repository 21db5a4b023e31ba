package dev.kurir.workspace.persistence;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Role;
import dev.kurir.workspace.StoredSessions;
import dev.kurir.workspace.User;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSessions implements StoredSessions {
    private static final String ADD = """
            insert into user_session (token_hash, workspace_id, user_id, created_at, last_seen_at, expires_at)
            values (:hash, :workspace, :user, :now, :now, :expires)
            """;
    private static final String FIND = """
            select s.workspace_id, s.user_id, s.last_seen_at, u.name, u.role
              from user_session s join app_user u on u.id = s.user_id
             where s.token_hash = :hash and s.expires_at > :now and s.last_seen_at > :usedSince
            """;
    // In the order of people: nodes that have streams of the same ones never wait for each other.
    private static final String BEAT = """
            with beat as (
                select h, s.user_id, s.workspace_id
                  from unnest(:hashes) h left join user_session s
                    on s.token_hash = decode(h, 'hex') and s.expires_at > :now and s.last_seen_at > :usedSince
            ), online as (
                insert into presence as p (user_id, workspace_id, online_at)
                select distinct user_id, workspace_id, :now::timestamptz from beat where user_id is not null order by user_id
                on conflict (user_id) do update set online_at = greatest(p.online_at, excluded.online_at)
            )
            select h from beat where user_id is null
            """;

    private final DatabaseClient database;

    R2dbcSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(byte[] tokenHash, User user, Instant now, Instant expiresAt) {
        return database.sql(ADD)
                .bind("hash", tokenHash)
                .bind("workspace", user.workspaceId().value())
                .bind("user", user.id().value())
                .bind("now", now)
                .bind("expires", expiresAt)
                .then();
    }

    @Override
    public Mono<Session> find(byte[] tokenHash, Instant now, Instant usedSince) {
        return database.sql(FIND)
                .bind("hash", tokenHash)
                .bind("now", now)
                .bind("usedSince", usedSince)
                .map(R2dbcSessions::session)
                .one();
    }

    @Override
    public Mono<List<String>> beat(Collection<String> tokenHashes, Instant now, Instant usedSince) {
        return database.sql(BEAT)
                .bind("hashes", tokenHashes.toArray(String[]::new))
                .bind("now", now)
                .bind("usedSince", usedSince)
                .mapValue(String.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> touch(byte[] tokenHash, Instant now) {
        return database.sql("update user_session set last_seen_at = :now where token_hash = :hash")
                .bind("hash", tokenHash)
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<Void> remove(byte[] tokenHash) {
        return database.sql("delete from user_session where token_hash = :hash")
                .bind("hash", tokenHash)
                .then();
    }

    @Override
    public Mono<Void> removeOthers(UserId user, byte[] kept) {
        return database.sql("delete from user_session where user_id = :user and token_hash <> :kept")
                .bind("user", user.value())
                .bind("kept", kept)
                .then();
    }

    @Override
    public Mono<Void> removeEnded(Instant now, Instant usedSince) {
        return database.sql("delete from user_session where expires_at <= :now or last_seen_at <= :usedSince")
                .bind("now", now)
                .bind("usedSince", usedSince)
                .then();
    }

    private static Session session(Readable row) {
        Caller caller = new Caller(
                new WorkspaceId(read(row, "workspace_id", Long.class)),
                new UserId(read(row, "user_id", Long.class)),
                read(row, "name", String.class),
                Role.valueOf(read(row, "role", String.class).toUpperCase(Locale.ROOT)));
        return new Session(caller, read(row, "last_seen_at", Instant.class));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
