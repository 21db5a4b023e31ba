package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.StoredAttachments;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.Uploads;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Files that go along with a quick reply, wherever it is inserted. */
@KurirTest(program = "inbox")
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class QuickReplyFilesIT {
    private static final String PATH = "/api/v1/quick-replies";
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Api api;
    private final Uploads uploads;
    private final StoredAttachments stored;
    private Object list = "";
    private Object map = "";

    QuickReplyFilesIT(ApplicationContext context, StoredAttachments stored) {
        this.api = new Api(Owner.of(context).web());
        this.uploads = new Uploads(api);
        this.stored = stored;
    }

    @BeforeEach
    void twoFiles() {
        noQuickReplies();
        list = uploads.kept("harga.pdf", "application/pdf", "Rp 25.000".getBytes(StandardCharsets.UTF_8));
        map = uploads.kept("peta.png", "image/png", new byte[] {1, 2, 3});
    }

    @Test
    void eachInsertionHasFilesOfItsOwnAndTheQuickReplyKeepsIts() {
        Object id = api.created(PATH, reply("harga", map, list)).get("id");
        assertThat(files(api.list(PATH).getFirst())).containsExactly("peta.png", "harga.pdf");

        List<Map<String, Object>> first = filled(id);
        List<Map<String, Object>> second = filled(id);

        assertThat(first).extracting(file -> file.get("fileName")).containsExactly("peta.png", "harga.pdf");
        assertThat(first).extracting(file -> file.get("id")).doesNotContain(list, map);
        api.created("/api/v1/conversations", letter(first.get(1).get("id")));
        api.created("/api/v1/conversations", letter(second.get(1).get("id")));
        assertThat(files(api.list(PATH).getFirst())).containsExactly("peta.png", "harga.pdf");
        assertThat(octets(second.get(1).get("id"))).isEqualTo("Rp 25.000");
    }

    @Test
    void itsOwnFilesAreNobodysToSend() {
        api.created(PATH, reply("harga", list));
        Api.assertRefused(api.post("/api/v1/conversations", letter(list)), 422, "attachment_not_found", "/attachments");
        Api.assertRefused(api.post(PATH, reply("lain", list)), 422, "attachment_not_found", "/attachments");
    }

    @Test
    void changingItTakesFilesAwayAndAddsOthers() {
        Map<String, Object> made = api.created(PATH, reply("harga", list));
        String path = PATH + "/" + made.get("id");

        assertThat(files(Api.body(
                        put(path, reply("harga", map, list)).expectStatus().isOk())))
                .containsExactly("peta.png", "harga.pdf");
        assertThat(files(Api.body(put(path, reply("harga", map)).expectStatus().isOk())))
                .containsExactly("peta.png");
        assertThat(files(api.list(PATH).getFirst())).containsExactly("peta.png");
    }

    @Test
    void aRefusedChangeLeavesEverythingAsItWas() {
        Map<String, Object> made = api.created(PATH, reply("harga", list));
        Object foreign = api.created(PATH, reply("peta", map)).get("id");
        Api.assertRefused(
                put(PATH + "/" + made.get("id"), reply("harga", map)), 422, "attachment_not_found", "/attachments");
        Api.assertRefused(put(PATH + "/" + foreign, reply("harga", map)), 422, "shortcut_taken", "/shortcut");
        assertThat(api.list(PATH).stream().map(QuickReplyFilesIT::files).toList())
                .containsExactlyInAnyOrder(List.of("harga.pdf"), List.of("peta.png"));
    }

    @Test
    void whatIsDeletedCanBeMadeAgainWithItsFiles() {
        Map<String, Object> made = api.created(PATH, reply("harga", list));
        api.delete(PATH + "/" + made.get("id")).expectStatus().isNoContent();
        assertThat(files(api.created(PATH, reply("harga", list)))).containsExactly("harga.pdf");
    }

    @Test
    void theyStayWhenUploadsAreForgotten() {
        Object id = api.created(PATH, reply("harga", list)).get("id");
        Object copy = filled(id).getFirst().get("id");

        stored.forget(Instant.now().plusSeconds(1)).block(A_MINUTE);

        Api.assertRefused(api.get("/api/v1/attachments/" + copy), 404, "attachment_not_found");
        assertThat(octets(list)).isEqualTo("Rp 25.000");
        assertThat(octets(filled(id).getFirst().get("id"))).isEqualTo("Rp 25.000");
    }

    @AfterEach
    void noQuickReplies() {
        api.list(PATH).forEach(one -> api.delete(PATH + "/" + one.get("id")));
    }

    private String octets(Object id) {
        byte[] found = Objects.requireNonNull(api.get("/api/v1/attachments/" + id)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
        return new String(found, StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> filled(Object id) {
        return attachments(
                Api.body(api.post(PATH + "/" + id + "/fill", Map.of("name", "Rina", "address", "rina@sandbox.test"))
                        .expectStatus()
                        .isOk()));
    }

    private ResponseSpec put(String path, Map<String, Object> body) {
        return api.web().put().uri(path).bodyValue(body).exchange();
    }

    private static Map<String, Object> reply(String shortcut, Object... files) {
        return Map.of("name", shortcut, "shortcut", shortcut, "text", "Terlampir", "attachments", Arrays.asList(files));
    }

    private Map<String, Object> letter(Object... files) {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        Map<String, Object> letter = Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")),
                "subject",
                "Harga",
                "text",
                "Terlampir.",
                "undoSeconds",
                30,
                "attachments",
                Arrays.asList(files));
        return Map.of("accountId", api.list("/api/v1/accounts").getFirst().get("id"), "letter", letter);
    }

    private static List<Object> files(Map<String, Object> reply) {
        return attachments(reply).stream()
                .<Object>map(file -> file.get("fileName"))
                .toList();
    }

    private static List<Map<String, Object>> attachments(Map<String, Object> of) {
        return ((List<?>) Objects.requireNonNull(of.get("attachments")))
                .stream().map(InboxApi::map).toList();
    }
}
