package dev.kurir.workspace.persistence;

import dev.kurir.workspace.SetUpTokens;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcSetUpTokens implements SetUpTokens {
    private final DatabaseClient database;

    R2dbcSetUpTokens(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> store(byte[] hash) {
        return database.sql("update instance set setup_token_hash = :hash")
                .bind("hash", hash)
                .then();
    }

    @Override
    public Mono<Boolean> isValid(byte[] hash) {
        return database.sql("select 1 from instance where setup_token_hash = :hash")
                .bind("hash", hash)
                .fetch()
                .first()
                .hasElement();
    }

    @Override
    public Mono<Boolean> use(byte[] hash) {
        return database.sql("update instance set setup_token_hash = null where setup_token_hash = :hash")
                .bind("hash", hash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
