package dev.kurir.inbox.persistence;

import dev.kurir.inbox.ChangedConversations;
import dev.kurir.inbox.ConversationChange;
import dev.kurir.inbox.ConversationChange.Archive;
import dev.kurir.inbox.ConversationChange.Assign;
import dev.kurir.inbox.ConversationChange.Categorise;
import dev.kurir.inbox.ConversationChange.Done;
import dev.kurir.inbox.ConversationChange.GiveToTeam;
import dev.kurir.inbox.ConversationChange.MarkRead;
import dev.kurir.inbox.ConversationChange.Pin;
import dev.kurir.inbox.ConversationChange.Reopen;
import dev.kurir.inbox.ConversationChange.Snooze;
import dev.kurir.inbox.ConversationChange.Tag;
import dev.kurir.inbox.TagName;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcChangedConversations implements ChangedConversations {
    private static final String REMOVE = """
            with gone as (
                delete from conversation_entry
                 where workspace_id = :workspace and conversation_id = :conversation and id = :id
                   and kind in ('received', 'elsewhere', 'note')
                returning mail_id
            ), buried as (
                update mail set deleted_at = clock_timestamp()
                 where id in (select mail_id from gone where mail_id is not null
                              union all select c.id from gone join mail c on c.copy_of = gone.mail_id)
                returning id, workspace_id, sha256
            ), emptied as (
                delete from mail_content where mail_id in (select id from buried)
            ), forgotten as (
                -- where nobody else has the same octets
                delete from blob b using buried
                 where b.workspace_id = buried.workspace_id and b.sha256 = buried.sha256
                   and not exists (select from mail m where m.workspace_id = b.workspace_id and m.sha256 = b.sha256
                                      and m.deleted_at is null and m.id not in (select id from buried))
                   and not exists (select from draft_attachment a where a.workspace_id = b.workspace_id and a.sha256 = b.sha256)
                   and not exists (select from attachment a where a.workspace_id = b.workspace_id and a.sha256 = b.sha256)
            )
            select count(*) from gone
            """;
    private static final String WITHDRAW = """
            delete from conversation_entry where workspace_id = :workspace and conversation_id = :conversation and id = :id and kind = 'sent'
            """;

    private static final String TAGS = """
            select t.name from conversation_tag x join inbox_tag t on t.id = x.tag_id where x.conversation_id = :id order by lower(t.name)
            """;

    private final DatabaseClient database;

    R2dbcChangedConversations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> apply(WorkspaceId workspace, ConversationId id, ConversationChange change) {
        return statement(change)
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec statement(ConversationChange change) {
        return switch (change) {
            case Assign(UserId to) ->
                update("assignee_id = :to", "assignee_id is distinct from :to::bigint")
                        .bind("to", Columns.key(to));
            case GiveToTeam(TeamId to) ->
                update("team_id = :to", "team_id is distinct from :to::bigint").bind("to", Columns.key(to));
            case Snooze(Instant until) ->
                update(
                                "state = 'snoozed', snoozed_until = :until, archived = false",
                                "snoozed_until is distinct from :until")
                        .bind("until", until);
            case Done _ -> update("state = 'done', snoozed_until = null, unread = 0", "state <> 'done'");
            case Reopen _ ->
                update("state = 'open', snoozed_until = null, archived = false", "state <> 'open' or archived");
            case Archive(boolean archived) ->
                update("archived = :archived", "archived <> :archived").bind("archived", archived);
            case Pin(boolean pinned) ->
                update("pinned = :pinned", "pinned <> :pinned").bind("pinned", pinned);
            case Categorise(var category) ->
                update("category = :category", "category is distinct from :category::text")
                        .bind("category", Columns.text(category == null ? null : category.word()));
            case Tag(var add, var remove, boolean isExact) ->
                // nothing of the row itself: only where the function has changed something
                update("unread = unread", "tag_conversation(:workspace, :id, :add, :remove, :exact)")
                        .bind("add", names(add))
                        .bind("remove", names(remove))
                        .bind("exact", isExact);
            case MarkRead(boolean read) ->
                read ? update("unread = 0", "unread > 0") : update("unread = 1", "unread = 0");
        };
    }

    private GenericExecuteSpec update(String what, String unless) {
        return database.sql("update conversation set version = version + 1, " + what
                + " where workspace_id = :workspace and id = :id and (" + unless + ")");
    }

    private static String[] names(List<TagName> tags) {
        return tags.stream().map(TagName::value).toArray(String[]::new);
    }

    @Override
    public Mono<Long> hold(WorkspaceId workspace, ConversationId id) {
        return database.sql("select version from conversation where workspace_id = :workspace and id = :id for update")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Mono<List<TagName>> holdTags(WorkspaceId workspace, ConversationId id) {
        return hold(workspace, id)
                .thenMany(database.sql(TAGS)
                        .bind("id", id.value())
                        .map(row -> new TagName(Columns.text(row, "name")))
                        .all())
                .collectList();
    }

    @Override
    public Mono<String> userName(WorkspaceId workspace, UserId user) {
        return database.sql("select name from app_user where workspace_id = :workspace and id = :id")
                .bind("workspace", workspace.value())
                .bind("id", user.value())
                .mapValue(String.class)
                .one();
    }

    @Override
    public Mono<Boolean> removeEntry(WorkspaceId workspace, ConversationId conversation, EntryId entry) {
        return database.sql(REMOVE)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("id", entry.value())
                .mapValue(Long.class)
                .one()
                .map(count -> count > 0);
    }

    @Override
    public Mono<Void> withdraw(WorkspaceId workspace, ConversationId conversation, EntryId entry) {
        return database.sql(WITHDRAW)
                .bind("workspace", workspace.value())
                .bind("conversation", conversation.value())
                .bind("id", entry.value())
                .then();
    }

    @Override
    public Mono<Void> refresh(ConversationId conversation) {
        return database.sql("select refresh_conversation(:id)")
                .bind("id", conversation.value())
                .then();
    }

    @Override
    public Mono<Void> untell(EntryId entry) {
        return database.sql("update entry_message set told = false where entry_id = :entry")
                .bind("entry", entry.value())
                .then();
    }

    @Override
    public Mono<Integer> tellUnsent(Instant now, int most) {
        return database.sql("select tell_unsent(:now, :most)")
                .bind("now", now)
                .bind("most", most)
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Mono<Boolean> hasNewer(ConversationId conversation, EntryId seen) {
        return database.sql(
                        "select exists (select from conversation_entry where conversation_id = :id and calls and id > :seen)")
                .bind("id", conversation.value())
                .bind("seen", seen.value())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Integer> wake(Instant now) {
        return database.sql("select wake_conversations(:now)")
                .bind("now", now)
                .mapValue(Integer.class)
                .one();
    }
}
