package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Notes name colleagues, who are told and find what they were named in, if they may see it. */
@KurirTest(program = "inbox")
class MentionsIT {
    private static final String CONVERSATIONS = "/api/v1/conversations/";

    private final ApplicationContext context;
    private final Api owner;
    private final InboxApi inbox;
    private Colleague budi;
    private Colleague oki;
    private Object team = "";
    private String id = "";

    MentionsIT(ApplicationContext context) {
        this.context = context;
        this.owner = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(owner);
        owner.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        this.budi = new Colleague(owner, "", "");
        this.oki = budi;
    }

    @BeforeEach
    void aConversationOfATeam() {
        budi = Colleague.join(context, "agent", "Budi");
        oki = Colleague.join(context, "agent", "Oki");
        team = Objects.requireNonNull(owner.created(
                        "/api/v1/teams", Map.of("name", "Team " + UUID.randomUUID(), "members", List.of(budi.id())))
                .get("id"));
        id = inbox.begun("Price");
        give(id, team);
    }

    @Test
    void aMentionStandsInItsNoteAndUnderTheTabOfWhoeverItIsAbout() {
        Map<String, Object> note = inbox.noted(id, "@Budi what do you say?", budi.id());

        assertThat(note).containsEntry("mentions", List.of(Map.of("id", budi.id(), "name", "Budi")));
        assertThat(entries(id).getFirst()).containsEntry("mentions", note.get("mentions"));
        assertThat(unseen(budi)).isEqualTo(1);
        assertThat(listed(budi))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", id).containsEntry("mentioned", true));
        assertThat(inbox.conversations("mentions")).isEmpty();
        assertThat(owner.object(CONVERSATIONS + id)).containsEntry("mentioned", false);
        assertThat(owner.object(CONVERSATIONS + "counts")).containsEntry("mentions", 0);
    }

    @Test
    void aNoteWhoseAnswerWasLostIsAddedOnceAndTellsOnce() {
        Map<String, Object> note = Map.of("text", "@Budi?", "mentions", List.of(budi.id()));
        String key = UUID.randomUUID().toString();

        Map<String, Object> first = Api.body(owner.post(CONVERSATIONS + id + "/notes", note, key));
        Map<String, Object> second = Api.body(owner.post(CONVERSATIONS + id + "/notes", note, key));

        assertThat(second).isEqualTo(first);
        assertThat(entries(id))
                .filteredOn(entry -> "note".equals(entry.get("kind")))
                .hasSize(1);
        assertThat(unseen(budi)).isEqualTo(1);
        Api.assertRefused(
                owner.post(CONVERSATIONS + id + "/notes", Map.of("text", "Another"), key),
                409,
                "idempotency_key_reused");
    }

    @Test
    void whatIsWrittenAndItsAnswerWasLostIsSentOnce() {
        Map<String, Object> letter = InboxApi.letter("reply@sandbox.test", "Once");
        Map<String, Object> request = inbox.beginning(letter);
        String key = UUID.randomUUID().toString();

        Map<String, Object> first = Api.body(owner.post("/api/v1/conversations", request, key));
        Map<String, Object> second = Api.body(owner.post("/api/v1/conversations", request, key));

        assertThat(first.get("contact")).isNotNull();
        assertThat(second).isEqualTo(first);
        String begun = String.valueOf(first.get("id"));
        String replies = CONVERSATIONS + begun + "/replies";
        assertThat(Api.body(owner.post(replies, letter, key))).isEqualTo(Api.body(owner.post(replies, letter, key)));
        assertThat(entries(begun))
                .filteredOn(entry -> "sent".equals(entry.get("kind")))
                .hasSize(2);
    }

    @Test
    void whoHasLookedAtItHasSeenAllOfThemAndFindsItStill() {
        inbox.noted(id, "@Budi?", budi.id());
        inbox.noted(id, "@Budi!", budi.id());
        assertThat(unseen(budi)).isEqualTo(2);
        assertThat(budi.api().object(CONVERSATIONS + "counts?team=" + team)).containsEntry("mentions", 2);
        assertThat(budi.api().object(CONVERSATIONS + "counts?tag=none")).containsEntry("mentions", 0);

        // that the others have read it says nothing of him
        read(owner, id);
        assertThat(unseen(budi)).isEqualTo(2);
        assertThat(Api.body(read(budi.api(), id))).containsEntry("mentioned", false);

        assertThat(unseen(budi)).isEqualTo(0);
        assertThat(listed(budi))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("mentioned", false));
        inbox.noted(id, "@Budi again", budi.id());
        assertThat(unseen(budi)).isEqualTo(1);
    }

    @Test
    void itIsFoundWhenItIsDoneAndArchived() {
        inbox.noted(id, "@Budi", budi.id());
        owner.patch(CONVERSATIONS + id, Map.of("state", "done", "archived", true))
                .expectStatus()
                .isOk();

        assertThat(unseen(budi)).isEqualTo(1);
        assertThat(listed(budi)).hasSize(1);
    }

    @Test
    void onlyOthersWhoMaySeeTheConversationCanBeMentioned() {
        assertThat(mentionable(owner)).contains(budi.id()).doesNotContain(oki.id(), ownerId());
        assertThat(mentionable(budi.api())).contains(ownerId()).doesNotContain(budi.id(), oki.id());
        refused(List.of(budi.id(), oki.id()), "/mentions/1");
        refused(List.of(ownerId()), "/mentions/0");
        Api.assertRefused(note(List.of(UUID.randomUUID().toString())), 422, "invalid", "/mentions/0");
        assertThat(entries(id)).noneMatch(entry -> "note".equals(entry.get("kind")));

        owner.patch(CONVERSATIONS + id, Map.of("assigneeId", oki.id()))
                .expectStatus()
                .isOk();
        assertThat(mentionable(owner)).contains(budi.id(), oki.id());
        inbox.noted(id, "@Oki", oki.id());
        assertThat(unseen(oki)).isEqualTo(1);
    }

    @Test
    void twentyAreEnough() {
        owner.post(
                        CONVERSATIONS + id + "/notes",
                        Map.of("text", "Everybody", "mentions", Collections.nCopies(21, budi.id())))
                .expectStatus()
                .isEqualTo(422);
        inbox.noted(id, "@Budi @Budi", budi.id(), budi.id());
        assertThat(unseen(budi)).isEqualTo(1);
    }

    @Test
    void whoMayNotSeeItAnyMoreIsNotToldOfIt() {
        inbox.noted(id, "@Budi", budi.id());
        Object others = Objects.requireNonNull(owner.created(
                        "/api/v1/teams", Map.of("name", "Team " + UUID.randomUUID(), "members", List.of(oki.id())))
                .get("id"));
        give(id, others);

        assertThat(unseen(budi)).isEqualTo(0);
        assertThat(listed(budi)).isEmpty();
        Api.assertRefused(budi.api().get(CONVERSATIONS + id + "/colleagues"), 404, "conversation_not_found");
        give(id, null);
        assertThat(unseen(budi)).isEqualTo(1);
    }

    @Test
    void itGoesWithItsNoteWhenConversationsAreMergedAndSplit() {
        String other = inbox.begun("Delivery");
        give(other, team);
        inbox.noted(other, "first");
        Object note = inbox.noted(other, "@Budi", budi.id()).get("id");

        Object merge = moved(owner.post(CONVERSATIONS + id + "/merge", Map.of("ids", List.of(other))))
                .get("moveId");
        assertThat(listed(budi))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", id).containsEntry("mentioned", true));
        assertThat(unseen(budi)).isEqualTo(1);

        undo(merge);
        assertThat(listed(budi))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", other));

        Object split = InboxApi.map(moved(owner.post(
                                CONVERSATIONS + other + "/split", Map.of("entryId", Objects.requireNonNull(note))))
                        .get("conversation"))
                .get("id");
        assertThat(listed(budi))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", split).containsEntry("mentioned", true));
        read(budi.api(), String.valueOf(split));
        assertThat(unseen(budi)).isEqualTo(0);
    }

    @Test
    void itEndsWithItsNoteAndWithThePerson() {
        Object first = inbox.noted(id, "@Budi", budi.id()).get("id");
        inbox.noted(id, "@Budi, @Oki's list", budi.id());
        owner.delete(CONVERSATIONS + id + "/entries/" + first).expectStatus().isNoContent();
        assertThat(unseen(budi)).isEqualTo(1);

        owner.delete("/api/v1/users/" + budi.id()).expectStatus().isNoContent();

        assertThat(entries(id).getFirst())
                .containsEntry("note", "@Budi, @Oki's list")
                .containsEntry("mentions", List.of());
        assertThat(mentionable(owner)).doesNotContain(budi.id());
    }

    @Test
    void itKeepsTheNameThatStandsInTheNote() {
        inbox.noted(id, "@Budi", budi.id());
        budi.api()
                .patch("/api/v1/me", Map.of("name", "Budi Santoso"))
                .expectStatus()
                .isOk();

        assertThat(entries(id).getFirst()).containsEntry("mentions", List.of(Map.of("id", budi.id(), "name", "Budi")));
    }

    private String ownerId() {
        return String.valueOf(
                InboxApi.map(owner.object("/api/v1/me").get("user")).get("id"));
    }

    private void give(String conversation, @Nullable Object to) {
        owner.patch(CONVERSATIONS + conversation, Collections.singletonMap("teamId", to))
                .expectStatus()
                .isOk();
    }

    private void refused(List<String> mentions, String pointer) {
        Api.assertRefused(note(mentions), 422, "not_mentionable", pointer);
    }

    private ResponseSpec note(List<String> mentions) {
        return owner.post(CONVERSATIONS + id + "/notes", Map.of("text", "Hm", "mentions", mentions));
    }

    private List<Object> mentionable(Api api) {
        return api.list(CONVERSATIONS + id + "/colleagues").stream()
                .<Object>map(colleague -> colleague.get("id"))
                .toList();
    }

    private static ResponseSpec read(Api api, String conversation) {
        return api.patch(CONVERSATIONS + conversation, Map.of("read", true))
                .expectStatus()
                .isOk();
    }

    private List<Map<String, Object>> entries(String conversation) {
        return inbox.items(CONVERSATIONS + conversation + "/entries");
    }

    private static List<Map<String, Object>> listed(Colleague colleague) {
        return new InboxApi(colleague.api()).conversations("mentions");
    }

    private static Object unseen(Colleague colleague) {
        return colleague.api().object(CONVERSATIONS + "counts").get("mentions");
    }

    private static Map<String, Object> moved(ResponseSpec answer) {
        return Api.body(answer.expectStatus().isOk());
    }

    private void undo(@Nullable Object move) {
        owner.post("/api/v1/conversation-moves/" + move + "/undo", Map.of())
                .expectStatus()
                .isOk();
    }
}
