package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A formatted answer from the browser to the mailbox of whoever gets it: in words and as HTML, and nothing else. */
@KurirTest(program = "inbox")
class FormattedReplyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SHOP = "hello@sandbox.test";
    private static final String WRITTEN = "<p onclick=\"alert(1)\">Ya, <strong>ada</strong>:</p>"
            + "<ol><li><p>biru</p></li><li><p><a href=\"https://toko.test/m\">merah</a></p></li></ol>"
            + "<p><a href=\"javascript:alert(1)\">Salam</a><img src=\"https://evil.test/o.gif\"></p>";
    private static final String CLEAN = "<p>Ya, <strong>ada</strong>:</p>"
            + "<ol><li><p>biru</p></li><li><p><a href=\"https://toko.test/m\">merah</a></p></li></ol><p>Salam</p>";
    private static final String WORDS = "Ya, ada:\n\n1. biru\n2. merah (https://toko.test/m)\n\nSalam";

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private String account = "";

    FormattedReplyIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
    }

    @BeforeEach
    void anAccountWithASignature() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        account = String.valueOf(api.list("/api/v1/accounts").getFirst().get("id"));
        signed("Toko <Sari>");
    }

    @AfterEach
    void othersSendFromItToo() {
        signed("");
    }

    @Test
    void whatIsAnsweredArrivesInBothFormsWithTheQuotedMailAsItCame() throws Exception {
        arrives("Warna");
        Map<String, Object> entry = api.created(
                "/api/v1/conversations/" + inbox.id("warna@elsewhere.test") + "/replies",
                reply("Re: Warna", WRITTEN, 0));
        assertThat(InboxApi.map(entry.get("sent")))
                .containsEntry("html", CLEAN)
                .containsEntry("text", WORDS)
                .containsEntry("signature", true);

        await().atMost(A_MINUTE).until(() -> !raw("Re: Warna").isEmpty());
        String octets = raw("Re: Warna");
        Alternatives parts = Alternatives.of(octets);

        assertThat(octets).contains("\r\nIn-Reply-To: <warna-1@elsewhere.test>\r\n", "\r\nMIME-Version: 1.0\r\n");
        assertThat(octets.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(octets.chars()).allMatch(octet -> octet < 128);
        assertThat(parts.types()).containsExactly("text/plain; charset=UTF-8", "text/html; charset=\"UTF-8\"");
        assertThat(parts.text())
                .isEqualTo(crlf(WORDS + "\n\n-- \nToko <Sari>\n\n"
                        + "On 29 November 2026 10:00 UTC, Ani <warna@elsewhere.test> wrote:\n> Ada yang biru?\n"));
        assertThat(parts.html())
                .startsWith(CLEAN + "<br>-- <br>Toko &lt;Sari&gt;<br><br><div class=\"gmail_quote\">")
                .contains("<p>Ada yang <b>biru</b>?</p><a href=\"https://toko.test\">http://lain.test</a>"
                        + "<img src=\"https://toko.test/biru.png\" alt=\"biru\"></blockquote>")
                .doesNotContain("data-remote", "[toko.test]", "noopener", "script", "alert", "evil.test", "cid:");
    }

    @Test
    void whatIsTakenBackIsSentAsItIsWrittenThen() throws Exception {
        Map<String, Object> unsigned = new HashMap<>(reply("Ditarik", "<p><em>Lama</em></p>", 30));
        unsigned.put("signature", false);
        Map<String, Object> begun =
                api.created("/api/v1/conversations", Map.of("accountId", account, "letter", unsigned));
        String path = "/api/v1/conversations/" + begun.get("id");
        Object first = inbox.items(path + "/entries").getFirst().get("id");

        Map<String, Object> back = Api.body(api.post(path + "/entries/" + first + "/undo", Map.of())
                .expectStatus()
                .isOk());
        assertThat(InboxApi.map(back.get("sent")))
                .containsEntry("html", "<p><em>Lama</em></p>")
                .containsEntry("signature", false);
        api.created(path + "/replies", reply("Ditarik", "<p><em>Baru</em></p>", 0));

        await().atMost(A_MINUTE).until(() -> !raw("Ditarik").isEmpty());
        assertThat(Alternatives.of(raw("Ditarik")).html()).startsWith("<p><em>Baru</em></p>");
        assertThat(Alternatives.of(raw("Ditarik")).text()).startsWith("Baru\r\n");
        assertThat(mail.headers("everyone@sandbox.test", "Subject"))
                .filteredOn(one -> "Ditarik".equals(one.get("Subject")))
                .hasSize(1);
    }

    @Test
    void withoutWordsOrWithTooManyItIsRefusedAndTheFieldIsNamed() {
        Map<String, Object> empty = reply("Kosong", "<p></p><img src=\"https://evil.test/o.gif\">", 30);
        Api.assertRefused(started(empty), 422, "required", "/text");
        Api.assertRefused(started(reply("Besar", "<p>" + "x".repeat(1_000_000), 30)), 422, "invalid", "/letter/html");
    }

    private void signed(String signature) {
        api.patch("/api/v1/accounts/" + account, Map.of("signature", signature))
                .expectStatus()
                .isOk();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec started(
            Map<String, Object> letter) {
        return api.post("/api/v1/conversations", Map.of("accountId", account, "letter", letter));
    }

    private String raw(String subject) throws Exception {
        return mail.raw("everyone@sandbox.test", subject);
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    private void arrives(String subject) throws Exception {
        mail.arrive(SHOP, """
                From: Ani <warna@elsewhere.test>
                Reply-To: Rina <rina@sandbox.test>
                To: hello@sandbox.test
                Subject: %s
                Message-ID: <warna-1@elsewhere.test>
                Date: Sun, 29 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Ada yang biru?
                --b
                Content-Type: text/html

                <p>Ada yang <b>biru</b>?</p><script>alert(1)</script><a href="https://toko.test">http://lain.test</a>\
                <img src="cid:logo"><img src="https://evil.test/o.gif" width="1">\
                <img src="https://toko.test/biru.png" alt="biru">
                --b--
                """.formatted(subject));
        await().atMost(A_MINUTE)
                .until(() -> inbox.conversations("all").stream()
                        .anyMatch(one -> InboxApi.person(one).equals("warna@elsewhere.test")));
    }

    private static Map<String, Object> reply(String subject, String html, int undoSeconds) {
        Map<String, Object> reply = new HashMap<>();
        reply.put("to", List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")));
        reply.put("subject", subject);
        reply.put("html", html);
        reply.put("quote", true);
        reply.put("undoSeconds", undoSeconds);
        return reply;
    }
}
