package dev.kurir.contact.persistence;

import dev.kurir.contact.ContactFilter;
import dev.kurir.contact.ContactSort;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.ids.Cursors.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * The statements of the list of contacts: only conditions that were asked for, so that the planner sees what matters.
 */
record ContactQuery(WorkspaceId workspace, ContactFilter filter) {
    // The expression of the index contact_search.
    private static final String SEARCHED =
            "lower(x.name || ' ' || coalesce(x.email, '') || ' ' || x.company || ' ' || x.phone)";

    String count() {
        return "select count(*) as n from contact x where " + conditions();
    }

    /** The inner select finds the rows of the page, the outer one reads their lists and tags. */
    String page(ContactSort sort, boolean afterAPlace) {
        String key = key(sort);
        String order = sort == ContactSort.NEWEST ? "id desc" : "sort_key, id";
        String place = afterAPlace ? " and " + place(sort, key) : "";
        return "select c.sort_key, " + ContactRow.COLUMNS + " from (select x.*, " + key
                + " as sort_key from contact x where " + conditions() + place + " order by " + order
                + " limit :limit) c order by " + order.replace("id", "c.id");
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement, @Nullable Place<ContactId> after) {
        GenericExecuteSpec bound = statement.bind("workspace", workspace.value());
        if (isSearch()) {
            bound = bound.bind("search", Rows.pattern(filter.search()));
        }
        if (filter.list() != null) {
            bound = bound.bind("list", filter.list().value());
        }
        if (filter.tag() != null) {
            bound = bound.bind("tag", filter.tag().value());
        }
        return after == null ? bound : bindPlace(bound, after);
    }

    private GenericExecuteSpec bindPlace(GenericExecuteSpec statement, Place<ContactId> after) {
        return statement.bind("afterId", after.id().value()).bind("afterKey", after.key());
    }

    private String conditions() {
        return "x.workspace_id = :workspace"
                + (isSearch() ? " and " + SEARCHED + " like lower(:search) escape '\\'" : "")
                + (filter.list() == null
                        ? ""
                        : " and exists (select from list_member m where m.list_id = :list and m.contact_id = x.id)")
                + (filter.tag() == null
                        ? ""
                        : " and exists (select from contact_tag m where m.tag_id = :tag and m.contact_id = x.id)");
    }

    private static String key(ContactSort sort) {
        return switch (sort) {
            case NEWEST -> "''";
            case NAME -> "lower(x.name)";
            // People without an address come last.
            case EMAIL -> "coalesce(lower(x.email), chr(65533))";
        };
    }

    private static String place(ContactSort sort, String key) {
        // With the newest first the id alone gives the order; the key is bound all the same.
        return sort == ContactSort.NEWEST
                ? "x.id < :afterId and :afterKey::text is not null"
                : "(" + key + ", x.id) > (:afterKey, :afterId)";
    }

    private boolean isSearch() {
        return !filter.search().isBlank();
    }
}
