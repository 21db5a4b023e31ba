package dev.kurir.inbox.persistence;

import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Role;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Who sees which conversation: agents what is no team's, their teams' and their own; the others everything. */
final class Visible {
    /** About the conversation {@code c}. */
    static final String CONDITION = condition("c", ":seesAll", ":viewer");

    /** And about {@code m}, the one that it has become a part of, if any. */
    static final String WITH_KEPT = CONDITION + " and (m.id is null or " + condition("m", ":seesAll", ":viewer") + ")";

    /** The same of any user {@code u}. */
    static final String TO_USER = condition("c", "u.role <> 'agent'", "u.id");

    private Visible() {}

    private static String condition(String conversation, String seesAll, String user) {
        return "(" + seesAll + " or " + conversation + ".team_id is null or " + conversation + ".assignee_id = " + user
                + " or " + conversation + ".team_id in (select v.team_id from team_member v where v.user_id = " + user
                + "))";
    }

    static boolean seesAll(Caller caller) {
        return caller.role() != Role.AGENT;
    }

    /** The workspace and the viewer of a statement. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Caller caller) {
        return statement
                .bind("workspace", caller.workspaceId().value())
                .bind("viewer", caller.userId().value())
                .bind("seesAll", seesAll(caller));
    }
}
