package dev.kurir.outbox.persistence;

import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.MessageFilter;
import dev.kurir.outbox.MessageState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The list query for a filter. No index knows the state: problems come from the trouble list, returning messages from
 * the due table, a campaign's messages by its order, everything else by key.
 */
final class MessageQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String source;
    private final String order;

    MessageQuery(WorkspaceId workspace, MessageFilter filter, @Nullable Long after) {
        boolean byOrder = isByOrder(filter);
        source = source(filter.state());
        order = byOrder ? "m.ordinal" : "m.id desc";
        where("m.workspace_id = :workspace", "workspace", workspace.value());
        if (filter.account() != null) {
            where("m.account_id = :account", "account", filter.account().value());
        }
        if (filter.campaign() != null) {
            where("m.campaign_id = :campaign", "campaign", filter.campaign().value());
        }
        if (byOrder) {
            conditions.add("m.account_id in (select account_id from queue where campaign_id = :campaign)");
        }
        if (filter.state() != null) {
            state(filter.state());
        }
        if (Boolean.TRUE.equals(filter.urgent())) {
            conditions.add("m.urgent");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where(
                    "(i.address ilike :text or i.name ilike :text or d.subject ilike :text)",
                    "text",
                    like(filter.text()));
        }
        if (after != null) {
            where(byOrder ? "m.ordinal > :after" : "m.id < :after", "after", after);
        }
    }

    /** A campaign's list walks its order; filtered by a state it goes by key. */
    static boolean isByOrder(MessageFilter filter) {
        return filter.campaign() != null && filter.state() == null;
    }

    DatabaseClient.GenericExecuteSpec on(DatabaseClient database, String columns, String joins, int limit) {
        String sql = "select " + columns + " from " + source + joins + " where " + String.join(" and ", conditions)
                + " order by " + order + " limit :limit";
        return database.sql(sql).bindValues(values).bind("limit", limit);
    }

    private static String source(@Nullable MessageState state) {
        return switch (state) {
            case null -> "message m";
            case REJECTED, UNCERTAIN, SUPPRESSED, EXPIRED, FAILED -> "trouble t join message m on m.id = t.message_id";
            case DEFERRED -> "due w join message m on m.id = w.message_id";
            case QUEUED, SENDING, ACCEPTED, CANCELLED -> "message m";
        };
    }

    private void state(MessageState state) {
        String waits =
                "(m.state in (1, 3) and exists (select from dispatch x where x.campaign_id = m.campaign_id and x.state = 'CANCELLED'))";
        switch (state) {
            case CANCELLED -> conditions.add("(m.state = 8 or " + waits + ")");
            case QUEUED, DEFERRED -> conditions.add("m.state = " + state.code() + " and not " + waits);
            default -> conditions.add("m.state = " + state.code());
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static String like(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
