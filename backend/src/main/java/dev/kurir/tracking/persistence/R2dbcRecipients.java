package dev.kurir.tracking.persistence;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.tracking.Recipients;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcRecipients implements Recipients {
    private final DatabaseClient database;

    R2dbcRecipients(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<EmailAddress> of(WorkspaceId workspace, MessageId message) {
        return database.sql(
                        "select address from message_input where message_id = :message and workspace_id = :workspace")
                .bind("message", message.value())
                .bind("workspace", workspace.value())
                .mapValue(String.class)
                .one()
                .map(EmailAddress::new);
    }
}
