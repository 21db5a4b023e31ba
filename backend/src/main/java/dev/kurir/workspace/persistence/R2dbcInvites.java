package dev.kurir.workspace.persistence;

import dev.kurir.kernel.InviteId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Invite;
import dev.kurir.workspace.Invites;
import dev.kurir.workspace.Role;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcInvites implements Invites {
    private static final String PUT = """
            insert into user_invite (workspace_id, email, role, token_hash, created_at, expires_at)
            values (:workspace, :email, :role, :hash, :now, :expires)
            on conflict (workspace_id, lower(email)) do update set role = excluded.role, token_hash = excluded.token_hash,
                   created_at = excluded.created_at, expires_at = excluded.expires_at
            returning *
            """;

    private final DatabaseClient database;

    R2dbcInvites(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Invite> put(
            WorkspaceId workspace, String email, Role role, byte[] tokenHash, Instant now, Instant expiresAt) {
        return database.sql(PUT)
                .bind("workspace", workspace.value())
                .bind("email", email)
                .bind("role", role.name().toLowerCase(Locale.ROOT))
                .bind("hash", tokenHash)
                .bind("now", now)
                .bind("expires", expiresAt)
                .map(R2dbcInvites::invite)
                .one();
    }

    @Override
    public Mono<List<Invite>> all(WorkspaceId workspace, Instant now) {
        return database.sql(
                        "select * from user_invite where workspace_id = :workspace and expires_at > :now order by created_at desc, id desc")
                .bind("workspace", workspace.value())
                .bind("now", now)
                .map(R2dbcInvites::invite)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> remove(WorkspaceId workspace, InviteId id) {
        return database.sql("delete from user_invite where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> isOpen(byte[] tokenHash, Instant now) {
        return database.sql("select exists (select from user_invite where token_hash = :hash and expires_at > :now)")
                .bind("hash", tokenHash)
                .bind("now", now)
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Invite> use(byte[] tokenHash, Instant now) {
        return database.sql("delete from user_invite where token_hash = :hash and expires_at > :now returning *")
                .bind("hash", tokenHash)
                .bind("now", now)
                .map(R2dbcInvites::invite)
                .one();
    }

    private static Invite invite(Readable row) {
        return new Invite(
                new InviteId(read(row, "id", Long.class)),
                new WorkspaceId(read(row, "workspace_id", Long.class)),
                read(row, "email", String.class),
                Role.valueOf(read(row, "role", String.class).toUpperCase(Locale.ROOT)),
                read(row, "created_at", Instant.class),
                read(row, "expires_at", Instant.class));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
