package dev.kurir.workspace.persistence;

import dev.kurir.workspace.LoginFailures;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcLoginFailures implements LoginFailures {
    private final DatabaseClient database;

    R2dbcLoginFailures(DatabaseClient database) {
        this.database = database;
    }

    // Two statements: the second must see what others committed before this one's row.
    @Override
    public Mono<List<Instant>> add(String key, Instant at, Instant since) {
        return database.sql("insert into login_failure (key, at) values (:key, :at)")
                .bind("key", key)
                .bind("at", at)
                .then()
                .then(since(key, since));
    }

    @Override
    public Mono<Void> remove(String key, Instant at) {
        return database.sql("delete from login_failure where key = :key and at = :at")
                .bind("key", key)
                .bind("at", at)
                .then();
    }

    @Override
    public Mono<Void> clear(String key) {
        return database.sql("delete from login_failure where key = :key")
                .bind("key", key)
                .then();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql("delete from login_failure where at < :before")
                .bind("before", before)
                .then();
    }

    private Mono<List<Instant>> since(String key, Instant since) {
        return database.sql("select at from login_failure where key = :key and at > :since order by at")
                .bind("key", key)
                .bind("since", since)
                .map(row -> Objects.requireNonNull(row.get("at", Instant.class)))
                .all()
                .collectList();
    }
}
