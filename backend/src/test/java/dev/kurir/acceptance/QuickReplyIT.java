package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Texts that people insert while they write. */
@KurirTest(program = "inbox")
class QuickReplyIT {
    private static final String PATH = "/api/v1/quick-replies";

    private final Api api;

    QuickReplyIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
    }

    @Test
    void aQuickReplyIsMadeChangedAndDeleted() {
        Map<String, Object> made = api.created(PATH, reply("Harga", "Harga", "Rp 25.000"));
        assertThat(made).containsEntry("shortcut", "harga");

        String path = PATH + "/" + made.get("id");
        assertThat(Api.body(put(path, reply("Daftar harga", "harga-2", "Rp 30.000"))))
                .containsEntry("name", "Daftar harga")
                .containsEntry("shortcut", "harga-2");
        assertThat(api.list(PATH)).extracting(one -> one.get("text")).contains("Rp 30.000");

        api.delete(path).expectStatus().isNoContent();
        assertThat(api.list(PATH)).extracting(one -> one.get("id")).doesNotContain(made.get("id"));
        Api.assertRefused(api.delete(path), 404, "quick_reply_not_found");
        Api.assertRefused(put(path, reply("a", "b", "c")), 404, "quick_reply_not_found");
    }

    @Test
    void aShortcutIsOneWordAndBelongsToOne() {
        api.created(PATH, reply("Jam buka", "jam", "08.00–17.00"));
        Map<String, Object> other = api.created(PATH, reply("Alamat", "alamat", "Denpasar"));

        Api.assertRefused(api.post(PATH, reply("Jam", "JAM", "x")), 422, "shortcut_taken", "/shortcut");
        Api.assertRefused(
                put(PATH + "/" + other.get("id"), reply("Alamat", "jam", "x")), 422, "shortcut_taken", "/shortcut");
        Api.assertRefused(api.post(PATH, reply("Jam", "jam buka", "x")), 422, "shortcut_invalid", "/shortcut");
    }

    @Test
    void aBrokenVariableIsRefusedWhereItIsWritten() {
        Api.assertRefused(api.post(PATH, reply("Rusak", "rusak", "Halo {{name")), 422, "unclosed_tag", "/text");
    }

    @Test
    void namesAreFilledInAndWhatNobodyKnowsStays() {
        api.created("/api/v1/contacts", Map.of("email", "wayan@toko.test", "name", "Wayan Adi", "company", "PT Adi"));
        Object id = api.created(
                        PATH,
                        reply("Salam", "salam", "Halo {{first_name|Kak}} dari {{company}}! – {{my_name}} {{sign}}"))
                .get("id");
        Object me = InboxApi.map(api.object("/api/v1/me").get("user")).get("name");

        assertThat(filled(id, "", "WAYAN@toko.test")).isEqualTo("Halo Wayan dari PT Adi! – %s {{sign}}", me);
        assertThat(filled(id, "Made Sari", "made@elsewhere.test"))
                .isEqualTo("Halo Made dari {{company}}! – %s {{sign}}", me);
        assertThat(filled(id, "", "")).isEqualTo("Halo Kak dari {{company}}! – %s {{sign}}", me);
    }

    private String filled(Object id, String name, String address) {
        return String.valueOf(Api.body(api.post(PATH + "/" + id + "/fill", Map.of("name", name, "address", address))
                        .expectStatus()
                        .isOk())
                .get("text"));
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec put(
            String path, Map<String, String> body) {
        return api.web().put().uri(path).bodyValue(body).exchange();
    }

    private static Map<String, String> reply(String name, String shortcut, String text) {
        return Map.of("name", name, "shortcut", shortcut, "text", text);
    }
}
