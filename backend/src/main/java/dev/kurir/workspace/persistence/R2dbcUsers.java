package dev.kurir.workspace.persistence;

import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Colleague;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.NewOwner;
import dev.kurir.workspace.Role;
import dev.kurir.workspace.User;
import dev.kurir.workspace.Users;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcUsers implements Users {
    private static final String SELECT = """
            select u.id, u.workspace_id, w.name as workspace_name, u.email, u.name, u.role, u.language
              from app_user u join workspace w on w.id = u.workspace_id
             where u.id = :id
            """;
    private static final String ALL = """
            select u.id, u.workspace_id, w.name as workspace_name, u.email, u.name, u.role, u.language,
                   coalesce(p.online_at > :onlineSince, false) as online
              from app_user u join workspace w on w.id = u.workspace_id left join presence p on p.user_id = u.id
             where u.workspace_id = :workspace order by lower(u.name), u.id
            """;
    private static final String CREATE = """
            insert into app_user (workspace_id, email, name, password_hash, role, language, created_at)
            values (:workspace, :email, :name, :hash, :role, :language, :now)
            on conflict do nothing returning id
            """;
    private static final String CREATE_OWNER = """
            with made as (
                insert into workspace (name, created_at) values ('Kurir', :now) returning id
            )
            insert into app_user (workspace_id, email, name, password_hash, role, language, created_at)
            select id, :email, :name, :hash, 'owner', :language, :now from made
            returning id
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcUsers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select from app_user) as is_empty")
                .map(row -> read(row, "is_empty", Boolean.class))
                .one();
    }

    @Override
    public Mono<StoredPassword> passwordOf(String email) {
        return database.sql("select id, password_hash from app_user where lower(email) = :email")
                .bind("email", email.strip().toLowerCase(Locale.ROOT))
                .map(row -> new StoredPassword(
                        new UserId(read(row, "id", Long.class)), read(row, "password_hash", String.class)))
                .one();
    }

    @Override
    public Mono<User> get(UserId id) {
        return database.sql(SELECT).bind("id", id.value()).map(R2dbcUsers::user).one();
    }

    @Override
    public Mono<User> createOwner(NewOwner owner, String passwordHash) {
        return database.sql(CREATE_OWNER)
                .bind("now", clock.instant())
                .bind("email", owner.email().value())
                .bind("name", owner.name())
                .bind("hash", passwordHash)
                .bind("language", owner.language().code())
                .map(row -> new UserId(read(row, "id", Long.class)))
                .one()
                .flatMap(this::get);
    }

    @Override
    public Mono<Void> update(UserId id, String name, Language language) {
        return database.sql("update app_user set name = :name, language = :language where id = :id")
                .bind("id", id.value())
                .bind("name", name)
                .bind("language", language.code())
                .then();
    }

    @Override
    public Mono<List<Colleague>> all(WorkspaceId workspace, Instant onlineSince) {
        return database.sql(ALL)
                .bind("workspace", workspace.value())
                .bind("onlineSince", onlineSince)
                .map(row -> new Colleague(user(row), read(row, "online", Boolean.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<User> create(NewMember member, String passwordHash) {
        return database.sql(CREATE)
                .bind("workspace", member.workspaceId().value())
                .bind("email", member.email())
                .bind("name", member.name())
                .bind("hash", passwordHash)
                .bind("role", member.role().name().toLowerCase(Locale.ROOT))
                .bind("language", member.language().code())
                .bind("now", clock.instant())
                .map(row -> new UserId(read(row, "id", Long.class)))
                .one()
                .flatMap(this::get);
    }

    @Override
    public Mono<List<UserId>> lockOwners(WorkspaceId workspace) {
        return database.sql(
                        "select id from app_user where workspace_id = :workspace and role = 'owner' order by id for update")
                .bind("workspace", workspace.value())
                .map(row -> new UserId(read(row, "id", Long.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> setRole(WorkspaceId workspace, UserId id, Role role) {
        return changed(database.sql("update app_user set role = :role where workspace_id = :workspace and id = :id")
                .bind("role", role.name().toLowerCase(Locale.ROOT))
                .bind("workspace", workspace.value())
                .bind("id", id.value()));
    }

    @Override
    public Mono<Boolean> remove(WorkspaceId workspace, UserId id) {
        return changed(database.sql("delete from app_user where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", id.value()));
    }

    @Override
    public Mono<String> passwordHash(UserId id) {
        return database.sql("select password_hash from app_user where id = :id")
                .bind("id", id.value())
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<Void> setPassword(UserId id, String passwordHash) {
        return database.sql("update app_user set password_hash = :hash where id = :id")
                .bind("hash", passwordHash)
                .bind("id", id.value())
                .then();
    }

    private static Mono<Boolean> changed(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static User user(Readable row) {
        return new User(
                new UserId(read(row, "id", Long.class)),
                new WorkspaceId(read(row, "workspace_id", Long.class)),
                read(row, "workspace_name", String.class),
                read(row, "email", String.class),
                read(row, "name", String.class),
                Role.valueOf(read(row, "role", String.class).toUpperCase(Locale.ROOT)),
                Language.of(read(row, "language", String.class)));
    }

    private static <T> T read(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
