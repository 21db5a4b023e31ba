package dev.kurir.inbox.persistence;

import dev.kurir.inbox.ConversationFilter;
import dev.kurir.inbox.ConversationFilter.Tab;
import dev.kurir.inbox.ConversationViews.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The conditions of a filter; every value is bound. */
final class ConversationQuery {
    /** For a viewer. */
    static final String SELECT = """
            select c.*, a.name as account_name, p.name as campaign_name, u.name as assignee_name,
                   coalesce(nullif(k.name, ''), k.email) as contact_name,
                   array(select t.name from conversation_tag x join inbox_tag t on t.id = x.tag_id
                          where x.conversation_id = c.id order by lower(t.name)) as tags, w.name as team_name,
                   m.subject as merged_subject, c.id in (%s) as mentioned
              from conversation c
              join account a on a.id = c.account_id
              left join campaign p on p.id = c.campaign_id
              left join app_user u on u.id = c.assignee_id
              left join contact k on k.id = c.contact_id
              left join team w on w.id = c.team_id
              left join conversation m on m.id = c.merged_into
            """.formatted(R2dbcMentions.UNSEEN);

    static final String TAGGED =
            "c.id in (select x.conversation_id from conversation_tag x join inbox_tag t on t.id = x.tag_id"
                    + " where t.workspace_id = :workspace and lower(t.name) = lower(:tag))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    ConversationQuery(ConversationFilter filter, @Nullable Place after) {
        conditions.add("c.workspace_id = :workspace and c.merged_into is null");
        conditions.add(Visible.CONDITION);
        tab(filter);
        if (filter.account() != null) {
            add("c.account_id = :account", "account", filter.account().value());
        }
        if (filter.campaign() != null) {
            add("c.campaign_id = :campaign", "campaign", filter.campaign().value());
        }
        if (filter.contact() != null) {
            add("c.contact_id = :contact", "contact", filter.contact().value());
        }
        if (filter.person() != null) {
            add("lower(c.person_address) = :person", "person", filter.person().toLowerCase(Locale.ROOT));
        }
        if (filter.category() != null) {
            add("c.category = :category", "category", filter.category().word());
        }
        if (filter.tag() != null) {
            add(TAGGED, "tag", filter.tag());
        }
        if (filter.team() != null) {
            add("c.team_id = :team", "team", filter.team().value());
        }
        if (filter.unread()) {
            conditions.add("c.unread > 0");
        }
        if (filter.attachment()) {
            conditions.add("c.attachment");
        }
        if (filter.from() != null) {
            add("c.last_at >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            add("c.last_at < :to", "to", filter.to());
        }
        search(filter.search());
        place(after);
    }

    String sql() {
        return SELECT + " where " + String.join(" and ", conditions)
                + " order by c.pinned desc, c.last_at desc, c.id desc limit :limit";
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        GenericExecuteSpec bound = statement;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            bound = bound.bind(value.getKey(), value.getValue());
        }
        return bound;
    }

    /** A tab's condition on {@code c}, with {@code :me} or the viewer where it is about somebody. */
    static String condition(Tab tab) {
        return switch (tab) {
            case NEW -> "not c.archived and c.state = 'open' and c.assignee_id is null";
            case MINE -> "not c.archived and c.state = 'open' and c.assignee_id = :me";
            case MENTIONS -> "c.id in (" + R2dbcMentions.ALL + ")";
            case PROGRESS -> "not c.archived and c.state = 'open' and c.assignee_id is not null";
            case SNOOZED -> "not c.archived and c.state = 'snoozed'";
            case DONE -> "not c.archived and c.state = 'done'";
            case ALL -> "not c.archived";
            case ARCHIVE -> "c.archived";
        };
    }

    private void tab(ConversationFilter filter) {
        conditions.add(condition(filter.tab()));
        if (filter.tab() == Tab.MINE) {
            values.put("me", filter.me().value());
        }
    }

    /** Each word by its beginning: whoever types sees what comes. */
    private void search(String search) {
        String words = Arrays.stream(search.split("[^\\p{L}\\p{N}@._+-]+", -1))
                .map(ConversationQuery::word)
                .filter(word -> !word.isEmpty())
                .limit(12)
                .collect(Collectors.joining(" & "));
        if (!words.isEmpty()) {
            add(
                    "c.id in (select e.conversation_id from conversation_entry e where e.workspace_id = :workspace"
                            + " and e.search @@ to_tsquery('simple', :words))",
                    "words",
                    words);
        }
    }

    /** Part of an address, or something else with a dot in it: as a whole, or its parts one after the other. */
    private static String word(String typed) {
        List<String> parts = Arrays.stream(typed.split("[@._+-]+", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> "'" + part.toLowerCase(Locale.ROOT) + "'")
                .toList();
        String apart = String.join(" <-> ", parts) + ":*";
        String whole = typed.replaceAll("^[@._+-]+|[@._+-]+$", "").toLowerCase(Locale.ROOT);
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> apart;
            default -> "('" + whole + "':* | " + apart + ")";
        };
    }

    private void place(@Nullable Place after) {
        if (after != null) {
            conditions.add("(c.pinned, c.last_at, c.id) < (:pinned, :lastAt, :lastId)");
            values.put("pinned", after.pinned());
            values.put("lastAt", after.lastAt());
            values.put("lastId", after.id().value());
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }
}
