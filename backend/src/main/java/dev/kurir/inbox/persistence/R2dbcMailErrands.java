package dev.kurir.inbox.persistence;

import dev.kurir.inbox.MailErrands;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMailErrands implements MailErrands {
    private static final String KEEP = """
            insert into mail_errand (workspace_id, account_id, entry_id, due_at) values (:workspace, :account, :entry, :from)
            on conflict (entry_id) do nothing
            """;
    private static final String MARK = """
            with told as (
                update mail m set told_read = true
                  from conversation_entry e, account a
                 where e.workspace_id = :workspace and e.conversation_id = :conversation and e.kind = 'received'
                   and m.id = e.mail_id and not m.told_read
                   and a.id = m.account_id and a.mark_read and a.imap_host is not null
                returning m.id, m.workspace_id, m.account_id)
            insert into mail_errand (workspace_id, account_id, mail_id, due_at)
            select workspace_id, account_id, id, :now from told
            on conflict (mail_id) do nothing
            """;
    /** State 4 is accepted. A mail that lies nowhere has no name, and is done. */
    private static final String DUE = """
            select e.id, e.workspace_id, e.account_id, e.tries, e.message_id, b.name, c.uid_validity, c.uid
              from account_owner o join account a on a.id = o.account_id
              join lateral (
                    select e.*, s.message_id from mail_errand e
                      left join lateral (
                            select em.message_id from entry_message em join message m on m.id = em.message_id
                             where em.entry_id = e.entry_id and m.state = 4 order by em.message_id limit 1) s on true
                     where e.account_id = a.id and e.due_at <= :now and (e.mail_id is not null or s.message_id is not null)
                     order by e.due_at, e.id limit 50) e on true
              left join lateral (
                    select c.mailbox_id, c.uid_validity, c.uid from mailbox_copy c
                     where c.mail_id = e.mail_id order by c.mailbox_id, c.uid limit 1) c on true
              left join mailbox b on b.id = c.mailbox_id
             where o.node_id = :node and a.active and a.deleted_at is null and a.imap_host is not null
             order by e.account_id, e.id limit :limit
            """;

    private static final String FORGET = """
            delete from mail_errand e
             where e.due_at < :before and e.entry_id is not null
               and not exists (select from entry_message em join message m on m.id = em.message_id
                                where em.entry_id = e.entry_id and m.state in (1, 2, 3, 4, 6))
            """;

    private final DatabaseClient database;

    R2dbcMailErrands(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keepCopy(WorkspaceId workspace, AccountId account, EntryId entry, Instant from) {
        return database.sql(KEEP)
                .bind("workspace", workspace.value())
                .bind("account", account.value())
                .bind("entry", entry.value())
                .bind("from", from)
                .then();
    }

    @Override
    public Mono<Void> markRead(WorkspaceId workspace, ConversationId conversation, Instant now) {
        return database.sql(MARK)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<List<Due>> due(long node, Instant now, int limit) {
        return database.sql(DUE)
                .bind("node", node)
                .bind("now", now)
                .bind("limit", limit)
                .map(R2dbcMailErrands::due)
                .all()
                .collectList();
    }

    private static Due due(Readable row) {
        return new Due(
                Columns.number(row, "id"),
                new WorkspaceId(Columns.number(row, "workspace_id")),
                new AccountId(Columns.number(row, "account_id")),
                Columns.integer(row, "tries"),
                what(row));
    }

    private static What what(Readable row) {
        Long message = row.get("message_id", Long.class);
        if (message != null) {
            return new What.KeepCopy(new MessageId(message));
        }
        String folder = row.get("name", String.class);
        return folder == null
                ? new What.Nothing()
                : new What.MarkRead(folder, Columns.number(row, "uid_validity"), Columns.number(row, "uid"));
    }

    @Override
    public Mono<Void> done(List<Long> ids) {
        return database.sql("delete from mail_errand where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<Void> again(List<Long> ids, Duration after) {
        return database.sql("""
                        update mail_errand set tries = tries + 1, due_at = clock_timestamp() + make_interval(secs => :seconds)
                         where id = any(:ids)
                        """)
                .bind("seconds", (double) after.toMillis() / 1000)
                .bind("ids", ids.toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<Void> forget(Instant before) {
        return database.sql(FORGET).bind("before", before).then();
    }
}
