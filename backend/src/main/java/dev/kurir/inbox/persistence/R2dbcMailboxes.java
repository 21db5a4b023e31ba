package dev.kurir.inbox.persistence;

import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcMailboxes implements Mailboxes {
    private static final String WATCHED = """
            select a.id, a.workspace_id, a.version, o.fence
              from account_owner o join account a on a.id = o.account_id
             where o.node_id = :node and a.active and a.deleted_at is null and a.imap_host is not null
             order by a.id
            """;
    private static final String BEGIN = """
            insert into mailbox as m (workspace_id, account_id, role, name, uid_validity, next_uid, backfill_uid, backfill_until,
                   backfill_total, live_since)
            values (:workspace, :account, :role, :name, :validity, :next, :next, :until, :total, :now)
            on conflict (account_id, role) do update set name = excluded.name, uid_validity = excluded.uid_validity,
                   epoch = m.epoch + 1, next_uid = excluded.next_uid, backfill_uid = excluded.backfill_uid,
                   backfill_until = excluded.backfill_until, backfill_total = excluded.backfill_total, backfill_done = 0
            returning *
            """;
    private static final String FORGET = "delete from mailbox_copy where mailbox_id = :id";
    private static final String SETTLED = """
            select uid from mailbox_copy
             where mailbox_id = :id and uid_validity = :validity and uid = any(:uids) and mail_id is not null
            """;
    private static final String ADVANCE = """
            update mailbox set next_uid = greatest(next_uid, :next) where id = :id and uid_validity = :validity
            """;
    private static final String BACKFILLED = """
            update mailbox set backfill_uid = least(backfill_uid, :uid), backfill_done = backfill_done + :count
             where id = :id and uid_validity = :validity
            """;
    private static final String FAILED = """
            insert into mailbox_copy as c (mailbox_id, uid_validity, uid, workspace_id, tries)
            values (:id, :validity, :uid, :workspace, 1)
            on conflict on constraint mailbox_copy_pkey do update set tries = c.tries + 1
            returning tries
            """;
    private static final String POST = """
            insert into mail_watch as w (account_id, workspace_id, state, detail, since, checked_at)
            values (:account, :workspace, :state, :detail, :now, :checked)
            on conflict (account_id) do update set state = excluded.state, detail = excluded.detail,
                   since = case when w.state = excluded.state then w.since else excluded.since end,
                   checked_at = coalesce(excluded.checked_at, w.checked_at)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcMailboxes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<List<Watched>> watched(long node) {
        return database.sql(WATCHED)
                .bind("node", node)
                .map(row -> new Watched(
                        new AccountId(Columns.number(row, "id")),
                        new WorkspaceId(Columns.number(row, "workspace_id")),
                        Columns.number(row, "version"),
                        Columns.number(row, "fence")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Mailbox> find(AccountId account, Role role) {
        return database.sql("select * from mailbox where account_id = :account and role = :role")
                .bind("account", account.value())
                .bind("role", word(role))
                .map(R2dbcMailboxes::mailbox)
                .one();
    }

    @Override
    public Mono<List<Mailbox>> all(WorkspaceId workspace) {
        return database.sql("select * from mailbox where workspace_id = :workspace order by account_id, role")
                .bind("workspace", workspace.value())
                .map(R2dbcMailboxes::mailbox)
                .all()
                .collectList();
    }

    @Override
    public Mono<Mailbox> begin(Watched account, Role role, String name, Start start) {
        return database.sql(BEGIN)
                .bind("workspace", account.workspaceId().value())
                .bind("account", account.accountId().value())
                .bind("role", word(role))
                .bind("name", name)
                .bind("validity", start.uidValidity())
                .bind("next", start.nextUid())
                .bind("until", start.backfillUntil())
                .bind("total", start.total())
                .bind("now", start.now())
                .map(R2dbcMailboxes::mailbox)
                .one()
                .delayUntil(begun -> database.sql(FORGET).bind("id", begun.id()).then());
    }

    @Override
    public Mono<Set<Long>> settled(Mailbox mailbox, Collection<Long> uids) {
        return database.sql(SETTLED)
                .bind("id", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .bind("uids", uids.toArray(Long[]::new))
                .mapValue(Long.class)
                .all()
                .collectList()
                .map(HashSet::new);
    }

    @Override
    public Mono<Void> advance(Mailbox mailbox, long nextUid) {
        return database.sql(ADVANCE)
                .bind("next", nextUid)
                .bind("id", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .then();
    }

    @Override
    public Mono<Void> backfilled(Mailbox mailbox, long uid, int count) {
        return database.sql(BACKFILLED)
                .bind("uid", uid)
                .bind("count", count)
                .bind("id", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .then();
    }

    @Override
    public Mono<Integer> failed(Mailbox mailbox, long uid) {
        return database.sql(FAILED)
                .bind("id", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .bind("uid", uid)
                .bind("workspace", mailbox.workspaceId().value())
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Void> post(Watched account, State state, @Nullable String detail) {
        Instant now = clock.instant();
        return database.sql(POST)
                .bind("account", account.accountId().value())
                .bind("workspace", account.workspaceId().value())
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("detail", Columns.text(detail))
                .bind("now", now)
                .bind("checked", Columns.time(state == State.WATCHING ? now : null))
                .then();
    }

    @Override
    public Mono<List<WatchState>> states(WorkspaceId workspace) {
        return database.sql("select * from mail_watch where workspace_id = :workspace")
                .bind("workspace", workspace.value())
                .map(row -> new WatchState(
                        new AccountId(Columns.number(row, "account_id")),
                        State.valueOf(Columns.text(row, "state").toUpperCase(Locale.ROOT)),
                        row.get("detail", String.class),
                        Columns.time(row, "since"),
                        row.get("checked_at", Instant.class)))
                .all()
                .collectList();
    }

    private static Mailbox mailbox(Readable row) {
        return new Mailbox(
                Columns.number(row, "id"),
                new WorkspaceId(Columns.number(row, "workspace_id")),
                new AccountId(Columns.number(row, "account_id")),
                Role.valueOf(Columns.text(row, "role").toUpperCase(Locale.ROOT)),
                Columns.text(row, "name"),
                Columns.number(row, "uid_validity"),
                Columns.integer(row, "epoch"),
                Columns.number(row, "next_uid"),
                Columns.number(row, "backfill_uid"),
                Columns.number(row, "backfill_until"),
                Columns.integer(row, "backfill_total"),
                Columns.integer(row, "backfill_done"),
                Columns.time(row, "live_since"));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
