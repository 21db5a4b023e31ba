package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.r2dbc.core.DatabaseClient;

/** Mails to people whom no header names, and mails that are sent on. */
@KurirTest(program = "inbox")
class ForwardJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);
    private static final String EVERYONE = "everyone@sandbox.test";
    private static final String FILE = "Panjang 250 cm, lebar 90 cm.";
    private static final String ASKED = """
            From: Tamu <tamu@elsewhere.test>
            To: hello@sandbox.test
            Cc: ani@elsewhere.test
            Subject: Ukuran meja
            Message-ID: <ukuran-1@elsewhere.test>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=batas

            --batas
            Content-Type: text/plain; charset=utf-8

            Apakah ukuran ini ada?
            --batas
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: attachment; filename="ukuran.txt"

            %s
            --batas--
            """.formatted(FILE);

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final DatabaseClient database;

    ForwardJourneyIT(ApplicationContext context, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
        this.database = database;
    }

    @BeforeEach
    void anAccountOfTheSandbox() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @Test
    void aBlindCopyArrivesAndNoHeaderNamesWhoGotIt() throws Exception {
        Map<String, Object> letter = letter("Rapat besok", "Jam sepuluh.", "rina@sandbox.test");
        letter.put("cc", List.of(Map.of("name", "", "address", "ani@sandbox.test")));
        letter.put("bcc", List.of(Map.of("name", "", "address", "bos@sandbox.test")));
        Object account = api.list("/api/v1/accounts").getFirst().get("id");

        api.created("/api/v1/conversations", Map.of("accountId", account, "letter", letter));

        await().atMost(A_MINUTE).until(() -> arrived("Rapat besok").size() == 3);
        assertThat(arrived("Rapat besok"))
                .extracting(one -> one.get("Delivered-To"))
                .containsExactlyInAnyOrder("<rina@sandbox.test>", "<ani@sandbox.test>", "<bos@sandbox.test>");
        assertThat(arrived("Rapat besok")).allSatisfy(one -> {
            assertThat(one.get("To")).isEqualTo("rina@sandbox.test");
            assertThat(one.get("Cc")).isEqualTo("ani@sandbox.test");
        });
        // the copy's own way names its reader, as that of every mail does
        assertThat(arrived("Rapat besok"))
                .filteredOn(one -> !"<bos@sandbox.test>".equals(one.get("Delivered-To")))
                .extracting(one -> one.get("All"))
                .hasSize(2)
                .allSatisfy(all -> assertThat(all).doesNotContain("bos@"));
    }

    @Test
    void aMailIsSentOnWithItsFilesAndItsConversationStillWaits() throws Exception {
        inbox.watched();
        mail.arrive("hello@sandbox.test", ASKED);
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.conversations("all"))
                        .extracting(InboxApi::person)
                        .contains("tamu@elsewhere.test"));
        String path = "/api/v1/conversations/" + inbox.id("tamu@elsewhere.test");
        Object asked = inbox.entries("tamu@elsewhere.test").getFirst().get("id");

        files(path, asked);
        List<Map<String, Object>> files = files(path, asked);
        assertThat(files).singleElement().satisfies(file -> assertThat(file).containsEntry("fileName", "ukuran.txt"));
        Map<String, Object> letter = letter("Fwd: Ukuran meja", "Tolong dicek.", "gudang@sandbox.test");
        letter.put("forward", asked);
        letter.put("attachments", List.of(files.getFirst().get("id")));
        Map<String, Object> sent = api.created(path + "/replies", letter);

        assertThat(InboxApi.map(sent.get("sent"))).containsEntry("forward", asked);
        assertThat(api.object(path).get("waitingSince")).isNotNull();
        await().atMost(A_MINUTE).until(() -> arrived("Fwd: Ukuran meja").size() == 1);
        Map<String, String> arrived = arrived("Fwd: Ukuran meja").getFirst();
        assertThat(arrived.get("Delivered-To")).isEqualTo("<gudang@sandbox.test>");
        assertThat(Objects.requireNonNull(arrived.get("Body")).replace("\r", ""))
                .contains("""
                Tolong dicek.

                ---------- Forwarded message ----------
                From: Tamu <tamu@elsewhere.test>
                """, """
                Subject: Ukuran meja
                To: hello@sandbox.test
                Cc: ani@elsewhere.test

                Apakah ukuran ini ada?""");
        assertThat(mail.files(EVERYONE, "Fwd: Ukuran meja").get("ukuran.txt"))
                .asString(StandardCharsets.UTF_8)
                .isEqualToIgnoringNewLines(FILE);
        assertThat(stored(files.getFirst().get("octets"))).isOne();
    }

    @Test
    void onlyAMailOfTheConversationIsSentOn() {
        Object account = api.list("/api/v1/accounts").getFirst().get("id");
        Map<String, Object> letter = letter("Halo", "Halo.", "rina@sandbox.test");
        Map<String, Object> begun =
                api.created("/api/v1/conversations", Map.of("accountId", account, "letter", letter));
        String path = "/api/v1/conversations/" + begun.get("id");
        Object ours = inbox.items(path + "/entries").stream()
                .filter(entry -> "sent".equals(entry.get("kind")))
                .findFirst()
                .orElseThrow()
                .get("id");

        assertThat(files(path, ours)).isEmpty();
        letter.put("forward", ours);
        Api.assertRefused(api.post(path + "/replies", letter), 422, "mail_not_found", "/forward");
    }

    private List<Map<String, Object>> files(String conversation, Object entry) {
        return Objects.requireNonNull(api.post(conversation + "/entries/" + entry + "/files", Map.of())
                .expectStatus()
                .isCreated()
                .expectBodyList(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private long stored(Object octets) {
        return Objects.requireNonNull(database.sql("select count(*) from blob where octet_length(octets) = :length")
                .bind("length", octets)
                .mapValue(Long.class)
                .one()
                .block(A_MINUTE));
    }

    private List<Map<String, String>> arrived(String subject) throws Exception {
        return mail.headers(EVERYONE, "Delivered-To", "To", "Cc", "Subject", "Body", "All").stream()
                .filter(one -> subject.equals(one.get("Subject")))
                .toList();
    }

    private static Map<String, Object> letter(String subject, String text, String to) {
        return new HashMap<>(Map.of(
                "to", List.of(Map.of("name", "", "address", to)), "subject", subject, "text", text, "undoSeconds", 0));
    }
}
