package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** People call conversations by names of their own, and find them by these. */
@KurirTest(program = "inbox")
class ConversationTagsIT {
    private final Api api;
    private final InboxApi inbox;
    private String first = "";
    private String second = "";

    ConversationTagsIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
    }

    @BeforeEach
    void twoConversations() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        api.list("/api/v1/conversations/tags")
                .forEach(tag -> inbox.items("/api/v1/conversations?tag=" + tag.get("name"))
                        .forEach(one -> tag(path(one), Map.of("tags", List.of()))));
        first = begin();
        second = begin();
    }

    @Test
    void aTagIsTheSameWhateverItsCase() {
        assertThat(tags(Map.of("tags", List.of("VIP", "vip", "  price   list "))))
                .containsExactly("price list", "VIP");
        assertThat(Api.body(tag(second, Map.of("addTags", List.of("vip"))))).containsEntry("tags", List.of("VIP"));

        assertThat(api.list("/api/v1/conversations/tags"))
                .containsExactly(
                        Map.of("name", "price list", "conversations", 1), Map.of("name", "VIP", "conversations", 2));
        assertThat(inbox.items("/api/v1/conversations?tag=vIp")).hasSize(2);
        assertThat(inbox.items("/api/v1/conversations?tag=PRICE list")).hasSize(1);
        assertThat(api.object("/api/v1/conversations/counts?tag=price list")).containsEntry("all", 1);
    }

    @Test
    void whatIsTaggedLeavesALineOnceAndAnotherVersion() {
        Object before = api.object(first).get("version");
        tags(Map.of("tags", List.of("VIP", "Price")));
        tags(Map.of("addTags", List.of("Reseller"), "removeTags", List.of("vip", "nothing")));
        Map<String, Object> now = api.object(first);
        tag(first, Map.of("addTags", List.of("RESELLER"))).expectStatus().isOk();

        assertThat(now.get("version")).isNotEqualTo(before);
        assertThat(api.object(first)).isEqualTo(now);
        assertThat(inbox.items(first + "/entries"))
                .filteredOn(entry -> "line".equals(entry.get("kind")))
                .extracting(entry -> InboxApi.map(entry.get("line")))
                .filteredOn(line -> "tagged".equals(line.get("code")))
                .extracting(line -> line.get("params"))
                .containsExactly(Map.of("added", "Reseller", "removed", "VIP"), Map.of("added", "VIP, Price"));
    }

    @Test
    void aTagThatNobodyUsesIsForgottenAndMayBeWrittenAnew() {
        tags(Map.of("tags", List.of("vip")));
        assertThat(tags(Map.of("removeTags", List.of("VIP")))).isEmpty();
        assertThat(api.list("/api/v1/conversations/tags")).isEmpty();
        assertThat(tags(Map.of("addTags", List.of("VIP")))).containsExactly("VIP");
    }

    @Test
    void manyAreTaggedAtOnce() {
        assertThat(Api.body(bulk(Map.of("addTags", List.of("Fair"))))).containsEntry("changed", 2);
        assertThat(Api.body(bulk(Map.of("addTags", List.of("fair"))))).containsEntry("changed", 0);
        assertThat(inbox.items("/api/v1/conversations?tag=fair")).hasSize(2);
        assertThat(Api.body(bulk(Map.of("removeTags", List.of("fair"))))).containsEntry("changed", 2);
    }

    @Test
    void whatIsNoTagIsRefusedWithItsField() {
        Api.assertRefused(tag(first, Map.of("tags", List.of(" "))), 422, "blank", "/tags");
        Api.assertRefused(tag(first, Map.of("addTags", List.of("a\nb"))), 422, "control_character", "/addTags");
        Api.assertRefused(tag(first, Map.of("addTags", List.of("x".repeat(41)))), 422, "tag_too_long", "/addTags");
        tags(Map.of("tags", IntStream.range(0, 20).mapToObj(at -> "t" + at).toList()));
        Api.assertRefused(tag(first, Map.of("addTags", List.of("one more"))), 422, "too_many_tags", "/tags");
        assertThat(tags(Map.of("addTags", List.of("one more"), "removeTags", List.of("t0"))))
                .hasSize(20);
    }

    @Test
    void whoReplacesTagsThatSomebodyChangedMeanwhileIsToldSo() {
        Object read = api.object(first).get("version");
        tags(Map.of("addTags", List.of("VIP")));
        Api.assertRefused(
                api.web()
                        .patch()
                        .uri(first)
                        .header("If-Match", "\"" + read + "\"")
                        .bodyValue(Map.of("tags", List.of("Mine")))
                        .exchange(),
                412,
                "stale");
        assertThat(api.object(first)).containsEntry("tags", List.of("VIP"));
    }

    private List<Object> tags(Map<String, ?> change) {
        return List.copyOf(
                (List<?>) Objects.requireNonNull(Api.body(tag(first, change)).get("tags")));
    }

    private ResponseSpec tag(String path, Map<String, ?> change) {
        return api.patch(path, change);
    }

    private ResponseSpec bulk(Map<String, ?> change) {
        return api.post(
                "/api/v1/conversations/bulk", Map.of("ids", List.of(idOf(first), idOf(second)), "change", change));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String path(Map<String, Object> conversation) {
        return "/api/v1/conversations/" + conversation.get("id");
    }

    private String begin() {
        Object account = api.list("/api/v1/accounts").getFirst().get("id");
        Map<String, Object> letter = Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")),
                "subject",
                "Halo",
                "text",
                "Halo",
                "undoSeconds",
                30);
        return path(api.created("/api/v1/conversations", Map.of("accountId", account, "letter", letter)));
    }
}
