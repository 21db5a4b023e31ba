package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What is begun is kept for its writer, and colleagues see that somebody writes. */
@KurirTest(program = "inbox")
class ReplyDraftIT {
    private final Api api;
    private final DatabaseClient database;
    private String conversation = "";

    ReplyDraftIT(ApplicationContext context, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.database = database;
    }

    @BeforeEach
    void aConversation() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        Object account = api.list("/api/v1/accounts").getFirst().get("id");
        Map<String, Object> begun =
                api.created("/api/v1/conversations", Map.of("accountId", account, "letter", letter("Konsep")));
        conversation = "/api/v1/conversations/" + begun.get("id");
    }

    @Test
    void aDraftIsThereUntilItIsSent() {
        assertThat(mine()).isNull();

        keep("Ya");
        keep("Ya, ada.");
        assertThat(mine()).isEqualTo(Map.of("text", "Ya, ada.", "quote", false));

        api.created(conversation + "/replies", letter("Ya, ada."));
        assertThat(mine()).isNull();
    }

    @Test
    void aFormattedDraftIsKeptAsItsEditorHasIt() {
        Map<String, Object> draft = Map.of("text", "Ya", "html", "<p><strong>Ya</strong></p><p></p>");
        keep(draft);
        assertThat(mine()).isEqualTo(draft);

        Api.assertRefused(put(Map.of("text", "Ya", "html", "x".repeat(1_000_001))), 422, "invalid", "/html");
    }

    @Test
    void aDraftCanBeForgottenTwice() {
        keep("Ya");
        api.delete(conversation + "/draft").expectStatus().isNoContent();
        api.delete(conversation + "/draft").expectStatus().isNoContent();
        assertThat(mine()).isNull();
    }

    @Test
    void colleaguesWhoWriteAreNamedForAMinute() {
        colleagueWrites("Budi", 10);
        colleagueWrites("Citra", 90);

        assertThat(drafts().get("writing"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(one -> assertThat(InboxApi.map(one)).containsEntry("name", "Budi"));
        assertThat(mine()).isNull();
    }

    @Test
    void thereIsNoDraftWithoutItsConversation() {
        Api.assertRefused(api.get("/api/v1/conversations/none/draft"), 404, "conversation_not_found");
    }

    private void keep(String text) {
        keep(Map.of("text", text, "quote", false));
    }

    private void keep(Map<String, Object> draft) {
        put(draft).expectStatus().isNoContent();
    }

    private ResponseSpec put(Map<String, Object> draft) {
        return api.web().put().uri(conversation + "/draft").bodyValue(draft).exchange();
    }

    private Map<String, Object> drafts() {
        return api.object(conversation + "/draft");
    }

    private @Nullable Object mine() {
        return drafts().get("draft");
    }

    private void colleagueWrites(String name, int secondsAgo) {
        database.sql("""
                        with colleague as (
                            insert into app_user (workspace_id, name, email, password_hash, role, language, created_at)
                            select workspace_id, :name, :email, password_hash, 'agent', language, created_at from app_user limit 1
                            returning id, workspace_id)
                        insert into conversation_draft (conversation_id, user_id, workspace_id, content, updated_at)
                        select (select max(id) from conversation where subject = 'Konsep'), id, workspace_id, '{"text": "Hm"}',
                               clock_timestamp() - make_interval(secs => :ago) from colleague
                        """)
                .bind("name", name)
                .bind("email", UUID.randomUUID() + "@toko.test")
                .bind("ago", secondsAgo)
                .then()
                .block(Duration.ofSeconds(10));
    }

    private static Map<String, Object> letter(String text) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")),
                "subject",
                "Konsep",
                "text",
                text,
                "undoSeconds",
                30);
    }
}
