package dev.kurir.contact.persistence;

import dev.kurir.contact.GroupKind;

/** Lists and tags are two pairs of tables of the same shape; this is their SQL. */
enum GroupTables {
    LISTS("contact_list", "list_member", "list_id"),
    TAGS("tag", "contact_tag", "tag_id");

    private final String groups;
    private final String members;
    private final String key;

    GroupTables(String groups, String members, String key) {
        this.groups = groups;
        this.members = members;
        this.key = key;
    }

    static GroupTables of(GroupKind kind) {
        return kind == GroupKind.LIST ? LISTS : TAGS;
    }

    String select() {
        return named("""
                select g.id, g.name, (select count(*) from $members m where m.$key = g.id) as contacts
                  from $groups g
                 where g.workspace_id = :workspace
                """);
    }

    // Sorted, so that two imports that make the same names do not wait for each other crosswise.
    String insert() {
        return named("""
                insert into $groups (workspace_id, name, created_at)
                select :workspace, name, :now from unnest(:names::text[]) name order by lower(name)
                on conflict (workspace_id, lower(name)) do nothing
                returning id
                """);
    }

    // The name comes back as it was asked for: what is the same name is for the database to say.
    String byNames() {
        return named("""
                select g.id, wanted.name from unnest(:names::text[]) as wanted (name)
                  join $groups g on g.workspace_id = :workspace and lower(g.name) = lower(wanted.name)
                """);
    }

    String known() {
        return named("select id from $groups where workspace_id = :workspace and id = any(:ids)");
    }

    String rename() {
        return named("update $groups set name = :name where workspace_id = :workspace and id = :id returning id");
    }

    String delete() {
        return named("delete from $groups where workspace_id = :workspace and id = :id returning id");
    }

    String join() {
        return named("""
                insert into $members (workspace_id, $key, contact_id)
                select :workspace, g, c from unnest(:groups::bigint[]) g, unnest(:contacts::bigint[]) c order by g, c
                on conflict do nothing
                """);
    }

    String joinPairs() {
        return named("""
                insert into $members (workspace_id, $key, contact_id)
                select :workspace, g, c from unnest(:groups::bigint[], :contacts::bigint[]) as pair (g, c) order by g, c
                on conflict do nothing
                """);
    }

    String leave() {
        return named(
                "delete from $members where workspace_id = :workspace and $key = :id and contact_id = any(:contacts)");
    }

    String keepOnly() {
        return named("""
                delete from $members
                 where workspace_id = :workspace and contact_id = :contact and $key <> all(:groups)
                """);
    }

    private String named(String sql) {
        return sql.replace("$groups", groups).replace("$members", members).replace("$key", key);
    }
}
