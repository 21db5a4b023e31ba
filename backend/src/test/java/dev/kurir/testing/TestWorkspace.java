package dev.kurir.testing;

import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;

/** A workspace of its own for one test, so that no test sees the rows of another. */
public final class TestWorkspace {
    private TestWorkspace() {}

    public static WorkspaceId fresh(DatabaseClient database) {
        Long id = database.sql("insert into workspace (name, created_at) values ('Test', now()) returning id")
                .map(row -> row.get("id", Long.class))
                .one()
                .block(Duration.ofSeconds(10));
        return new WorkspaceId(Objects.requireNonNull(id));
    }
}
