package dev.kurir.inbox.persistence;

import dev.kurir.inbox.Category;
import dev.kurir.inbox.ConversationState;
import dev.kurir.inbox.ConversationView;
import dev.kurir.inbox.EntryKind;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads a conversation with the names that belong to it. */
final class ConversationRow {
    private ConversationRow() {}

    static ConversationView read(Readable row) {
        @Nullable String category = row.get("category", String.class);
        return new ConversationView(
                new ConversationId(Columns.number(row, "id")),
                Columns.number(row, "version"),
                new AccountId(Columns.number(row, "account_id")),
                Columns.text(row, "account_name"),
                id(row, "contact_id", ContactId::new),
                row.get("contact_name", String.class),
                id(row, "campaign_id", CampaignId::new),
                row.get("campaign_name", String.class),
                Columns.text(row, "subject"),
                new Person(Columns.text(row, "person_name"), Columns.text(row, "person_address")),
                ConversationState.of(Columns.text(row, "state")),
                Columns.flag(row, "archived"),
                Columns.flag(row, "pinned"),
                id(row, "assignee_id", UserId::new),
                row.get("assignee_name", String.class),
                category == null ? null : Category.of(category),
                Columns.integer(row, "unread"),
                Columns.flag(row, "attachment"),
                Columns.text(row, "snippet"),
                EntryKind.of(Columns.text(row, "last_kind")),
                Columns.time(row, "last_at"),
                row.get("waiting_since", Instant.class),
                row.get("snoozed_until", Instant.class),
                List.of(Objects.requireNonNull(row.get("tags", String[].class))),
                id(row, "team_id", TeamId::new),
                row.get("team_name", String.class),
                id(row, "merged_into", ConversationId::new),
                row.get("merged_subject", String.class),
                Columns.flag(row, "mentioned"));
    }

    private static <T> @Nullable T id(Readable row, String column, LongFunction<T> make) {
        Long value = row.get(column, Long.class);
        return value == null ? null : make.apply(value);
    }
}
