package dev.kurir.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.blob.Blobs;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.Seen;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Reads a real mailbox (Dovecot) over a line that is cut at random octets, while the server restarts, expunges and
 * numbers its mails anew: what is here is what is there, each mail once.
 */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "kurir.allow-private-targets=127.0.0.1/32")
@EnabledIf("isThereAServer")
class MailboxFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("mailbox.patience", 240));
    private static final String USER = "shop";
    private static final int MAILS = Integer.getInteger("mailbox.mails", 120);
    private static final int CUTS = Integer.getInteger("mailbox.cuts", 3);
    private static final long SEED = Long.getLong("mailbox.seed", System.nanoTime());

    private final Api api;
    private final DatabaseClient database;
    private final Random random = new Random(SEED);
    private final AtomicInteger cuts = new AtomicInteger();
    private DovecotServer server;
    private FaultProxy line;
    private int delivered;

    MailboxFaultsIT(ApplicationContext context, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.database = database;
    }

    static boolean isThereAServer() {
        boolean isThere = DovecotServer.program().isPresent();
        if (!isThere) {
            System.out.println("No Dovecot here: the mailbox is not read under faults");
        }
        return isThere;
    }

    @BeforeAll
    void start() throws IOException {
        System.out.println("mailbox faults, seed " + SEED);
        server = DovecotServer.start();
        line = new FaultProxy(server::port);
    }

    @AfterAll
    void stop() {
        line.close();
        server.close();
    }

    @Test
    @Order(1)
    void whatWasThereBeforeAndWhatArrivesMeanwhileIsAllHereOnceWhateverIsCut() throws Exception {
        deliver(MAILS);
        line.cutAfter(this::nextCut);
        addAccount();
        for (int round = 0; round < 5; round++) {
            deliver(MAILS / 20);
            await().atMost(PATIENCE).until(() -> here().size() > MAILS / 10);
        }

        awaitTheSame();
        assertThat(cuts.get()).as("cut connections").isGreaterThan(CUTS);
    }

    @Test
    @Order(2)
    void aRestartInTheMiddleLosesAndDoublesNothing() throws Exception {
        deliver(MAILS / 4);
        server.restart();
        deliver(MAILS / 4);

        awaitTheSame();
    }

    @Test
    @Order(3)
    void whatIsExpungedThereStaysHereAndNothingElseIsMissed() throws Exception {
        int before = here().size();
        expunge();
        deliver(MAILS / 10);

        await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> here = here();
            assertThat(here).doesNotHaveDuplicates().containsAll(there());
            assertThat(here).hasSize(before + MAILS / 10);
        });
    }

    @Test
    @Order(4)
    void numbersGivenAnewFindTheMailsThatAreKnown() throws Exception {
        long mails = count("select count(*) from mail");
        long entries = count("select count(*) from conversation_entry");
        line.cut();
        server.forgetNumbers(USER);
        line.heal();

        awaitTheSame();
        assertThat(count("select count(*) from mail")).isEqualTo(mails);
        assertThat(count("select count(*) from conversation_entry")).isEqualTo(entries);
        assertThat(count("select max(epoch) from mailbox")).isEqualTo(2);
        Seen.note(
                "mailbox",
                "%d mails, %d cuts, a restart, an expunge storm, numbers given anew: 0 lost, 0 twice",
                delivered,
                CUTS);
    }

    /** Octets. Every fifth lets the largest mail through: one at which the line broke six times is given up. */
    private long nextCut() {
        int cut = cuts.incrementAndGet();
        if (cut > CUTS) {
            return Long.MAX_VALUE;
        }
        return cut % 5 == 0
                ? 600_000 + random.nextInt(600_000)
                : 1_000 + random.nextInt(random.nextBoolean() ? 20_000 : 600_000);
    }

    private void addAccount() {
        Object category = api.list("/api/v1/categories").getFirst().get("id");
        Map<String, Object> smtp = Map.of("host", "127.0.0.1", "port", 1, "security", "none");
        Map<String, Object> imap = Map.of("host", "127.0.0.1", "port", line.port(), "security", "none");
        api.created(
                "/api/v1/accounts",
                Map.of(
                        "name", "Shop",
                        "categoryId", category,
                        "fromAddress", "shop@example.com",
                        "username", USER,
                        "password", DovecotServer.PASSWORD,
                        "smtp", smtp,
                        "imap", imap));
    }

    /** The same Message-ID twice, none at all, small and large ones. */
    private void deliver(int many) throws IOException {
        for (int at = 0; at < many; at++) {
            int number = delivered++;
            String id = number % 10 == 3
                    ? ""
                    : "Message-ID: <m" + (number % 10 == 4 ? number - 2 : number) + "@example.com>\r\n";
            int size = number % 50 == 7 ? 400_000 : 200 + random.nextInt(4_000);
            String mail = "From: Person " + number + " <p" + number
                    + "@example.com>\r\nTo: shop@example.com\r\nSubject: Mail " + number + "\r\n" + id + "\r\n"
                    + ("word" + number + " ").repeat(size / 10) + "\r\n";
            server.deliver(
                    USER,
                    "%d.M%d.test".formatted(1_790_000_000 + number, number),
                    mail.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void awaitTheSame() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(here()).containsExactlyInAnyOrderElementsOf(there()));
    }

    /** Folder, UIDVALIDITY, UID and SHA-256 of what is stored. */
    private List<String> here() {
        return Objects.requireNonNull(
                database.sql("""
                        select b.name || ' ' || c.uid_validity || ' ' || c.uid || ' ' || encode(m.sha256, 'hex') as row
                          from mailbox_copy c join mailbox b on b.id = c.mailbox_id join mail m on m.id = c.mail_id
                         where b.role = 'inbox'
                        """).mapValue(String.class).all().collectList().block(Duration.ofSeconds(20)));
    }

    /** The same of what lies on the server, past the line that fails. */
    private List<String> there() throws MessagingException, IOException {
        List<String> rows = new ArrayList<>();
        try (Store store = store();
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            UIDFolder uids = (UIDFolder) inbox;
            for (Message message : inbox.getMessages()) {
                ByteArrayOutputStream octets = new ByteArrayOutputStream();
                message.writeTo(octets);
                rows.add("INBOX %d %d %s"
                        .formatted(
                                uids.getUIDValidity(),
                                uids.getUID(message),
                                HexFormat.of().formatHex(Blobs.sha256(octets.toByteArray()))));
            }
        }
        return rows;
    }

    private void expunge() throws MessagingException {
        try (Store store = store();
                Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            for (Message message : inbox.getMessages()) {
                message.setFlag(Flags.Flag.DELETED, random.nextInt(3) == 0);
            }
            inbox.expunge();
        }
    }

    private Store store() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.fetchsize", "1000000");
        Store store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", server.port(), USER, DovecotServer.PASSWORD);
        return store;
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> ((Number) Objects.requireNonNull(row.get(0))).longValue())
                .one()
                .block(Duration.ofSeconds(20)));
    }
}
