package dev.kurir.inbox.persistence;

import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DeliveryEvidence;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** A copy in the Sent folder, a bounce, an answer: each shows that the server had taken the message. */
@Repository
class R2dbcEvidence implements DeliveryEvidence {
    private static final String FOUND = """
            select distinct on (message_id) message_id, kind, detail from (
                select m.message_id, 'SENT_FOLDER' as kind, b.name as detail, 1 as rank
                  from mail m join mailbox_copy c on c.mail_id = m.id join mailbox b on b.id = c.mailbox_id
                 where m.message_id = any(:ids) and m.role = 'sent'
                union all
                select k.message_id, case k.kind when 'bounced' then 'BOUNCE' else 'REPLY' end, coalesce(k.detail, k.kind), 2
                  from message_mark k where k.message_id = any(:ids)) found
             order by message_id, rank
            """;

    private final DatabaseClient database;

    R2dbcEvidence(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Finding>> look(List<Doubt> doubts) {
        return database.sql(FOUND)
                .bind("ids", doubts.stream().map(doubt -> doubt.id().value()).toArray(Long[]::new))
                .map(R2dbcEvidence::finding)
                .all()
                .collectList();
    }

    private static Finding finding(Readable row) {
        return new Finding(
                new MessageId(Columns.number(row, "message_id")),
                Finding.Kind.valueOf(Columns.text(row, "kind")),
                Columns.text(row, "detail"));
    }
}
