package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;

/** Files from the browser to the mailbox of whoever gets them. */
@KurirTest
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class AttachmentJourneyIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String HARGA = "Daftar harga – kopi & teh.pdf";

    private final Api api;
    private final Uploads uploads;
    private final SandboxMail mail;
    private final StoredAttachments stored;
    private final DatabaseClient database;
    private String account = "";

    AttachmentJourneyIT(ApplicationContext context, StoredAttachments stored, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.uploads = new Uploads(api);
        this.mail = new SandboxMail(context);
        this.stored = stored;
        this.database = database;
    }

    @BeforeEach
    void anAccountOfTheSandbox() {
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        account = String.valueOf(api.list("/api/v1/accounts").getFirst().get("id"));
    }

    @Test
    void whatIsAttachedArrivesOctetForOctet() throws Exception {
        byte[] picture = random(300_000);
        Object first = uploads.kept(HARGA, "application/pdf", "harga".getBytes(StandardCharsets.UTF_8));
        Object second = uploads.kept("foto.png", "image/png", picture);

        Map<String, Object> begun = api.created("/api/v1/conversations", letter("Dua berkas", 0, first, second));

        Map<String, Object> sent = sent(begun);
        assertThat(files(sent)).extracting(file -> file.get("fileName")).containsExactly(HARGA, "foto.png");
        assertThat(begun).containsEntry("attachment", true);
        await().atMost(A_MINUTE)
                .until(() -> !mail.files("everyone@sandbox.test", "Dua berkas").isEmpty());
        Map<String, byte[]> arrived = mail.files("everyone@sandbox.test", "Dua berkas");
        assertThat(arrived.keySet()).containsExactly(HARGA, "foto.png");
        assertThat(arrived.get(HARGA)).isEqualTo("harga".getBytes(StandardCharsets.UTF_8));
        assertThat(arrived.get("foto.png")).isEqualTo(picture);
    }

    @Test
    void aDownloadHasItsNameAndIsNeverShown() {
        Object id =
                uploads.kept("skrip.html", "text/html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        byte[] octets = api.get("/api/v1/attachments/" + id)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .expectHeader()
                .value(
                        "Content-Disposition",
                        value -> assertThat(value).startsWith("attachment;").contains("skrip.html"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(octets).asString(StandardCharsets.UTF_8).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void whatIsTakenBackKeepsItsFilesAndTheyAreSentOnce() {
        Object id = uploads.kept("sekali.txt", "text/plain", new byte[] {1});
        Map<String, Object> begun = api.created("/api/v1/conversations", letter("Ditarik", 30, id));
        Api.assertRefused(
                api.post("/api/v1/conversations", letter("Lagi", 30, id)), 422, "attachment_not_found", "/attachments");

        Map<String, Object> entry = entry(begun);
        Map<String, Object> back = Api.body(
                api.post("/api/v1/conversations/" + begun.get("id") + "/entries/" + entry.get("id") + "/undo", Map.of())
                        .expectStatus()
                        .isOk());

        Object again = files(InboxApi.map(back.get("sent"))).getFirst().get("id");
        assertThat(again).isEqualTo(id);
        assertThat(sent(api.created("/api/v1/conversations", letter("Sekarang", 30, again))))
                .extractingByKey("attachments")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void nothingIsTakenThatIsEmptyOrTooLarge() {
        Api.assertRefused(uploads.send("kosong.txt", "text/plain", new byte[0]), 422, "empty_file", "/file");
        Api.assertRefused(uploads.send("besar.bin", "application/zip", new byte[18_000_001]), 413, "file_too_large");
        Object half = uploads.kept("a.bin", "application/zip", new byte[9_000_001]);
        Object other = uploads.kept("b.bin", "application/zip", new byte[9_000_000]);
        Api.assertRefused(
                api.post("/api/v1/conversations", letter("Besar", 30, half, other)),
                422,
                "files_too_large",
                "/attachments");
    }

    @Test
    void whatIsNeverSentIsForgottenWithItsOctetsAndWhatIsSentStays() {
        byte[] octets = random(1_000);
        uploads.kept("lupa.bin", "application/zip", octets);
        byte[] kept = random(1_000);
        uploads.kept("lupa-juga.bin", "application/zip", kept);
        Object sent = uploads.kept("kirim.bin", "application/zip", kept);
        api.created("/api/v1/conversations", letter("Simpan", 30, sent));

        stored.forget(Instant.now().plusSeconds(1)).block(A_MINUTE);

        assertThat(count("select count(*) from attachment where file_name like 'lupa%'"))
                .isZero();
        assertThat(count("select count(*) from blob where octet_length(octets) = 1000"))
                .isOne();
        api.get("/api/v1/attachments/" + sent).expectStatus().isOk();
    }

    private long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(A_MINUTE));
    }

    private Map<String, Object> entry(Map<String, Object> conversation) {
        return new InboxApi(api)
                .items("/api/v1/conversations/" + conversation.get("id") + "/entries").stream()
                        .filter(one -> "sent".equals(one.get("kind")))
                        .findFirst()
                        .orElseThrow();
    }

    private Map<String, Object> sent(Map<String, Object> conversation) {
        return InboxApi.map(entry(conversation).get("sent"));
    }

    private static List<Map<String, Object>> files(Map<String, Object> sent) {
        return ((List<?>) Objects.requireNonNull(sent.get("attachments")))
                .stream().map(InboxApi::map).toList();
    }

    private Map<String, Object> letter(String subject, int undoSeconds, Object... files) {
        Map<String, Object> letter = Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")),
                "subject",
                subject,
                "text",
                "Terlampir.",
                "undoSeconds",
                undoSeconds,
                "attachments",
                Arrays.asList(files));
        return Map.of("accountId", account, "letter", letter);
    }

    private static byte[] random(int size) {
        byte[] octets = new byte[size];
        new Random().nextBytes(octets);
        return octets;
    }
}
