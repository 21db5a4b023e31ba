package dev.kurir.inbox.persistence;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;

/** An account in an empty database; nobody has its lease. */
final class SalesAccount {
    static final WorkspaceId WORKSPACE = new WorkspaceId(1);
    static final AccountId ID = new AccountId(41);

    private static final List<String> ROWS = List.of(
            "insert into workspace (id, name, created_at) overriding system value values (1, 'Test', now())",
            "insert into category (id, workspace_id, name, created_at) overriding system value values (40, 1, 'Test', now())",
            """
            insert into account (id, workspace_id, name, category_id, from_address, username, smtp_host, smtp_port, smtp_security,
                                 imap_host, imap_port, imap_security, created_at, updated_at)
            overriding system value
            values (41, 1, 'Sales', 40, 'a@b.test', 'a', 'h', 25, 'none', 'imap.b.test', 993, 'tls', now(), now())
            """);

    private SalesAccount() {}

    static void insert(DatabaseClient database) {
        ROWS.forEach(row -> database.sql(row).then().block(Duration.ofSeconds(10)));
    }
}
