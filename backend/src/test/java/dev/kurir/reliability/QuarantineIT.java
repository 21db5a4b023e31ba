package dev.kurir.reliability;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.account.ReadingAccount;
import dev.kurir.inbox.MailServers;
import dev.kurir.inbox.MailSession;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A single mail that cannot be had or cannot be stored: the mails around it come in, and people hear of it. Each case
 * has a mailbox of its own, all of them are read at the same time.
 */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "kurir.allow-private-targets=127.0.0.1/32")
@Import(QuarantineIT.Forgetful.class)
class QuarantineIT {
    /** A line that breaks is opened again after longer and longer pauses. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("quarantine.patience", 240));

    private static final int MAILS = 5;
    private static final int BAD = 3;

    private final Api api;
    private final DatabaseClient database;
    private MadeMailServer server;
    private MadeMailServer watched;
    private MadeMailbox left;

    QuarantineIT(ApplicationContext context, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.database = database;
    }

    @BeforeAll
    void start() throws IOException {
        server = new MadeMailServer();
        watched = new MadeMailServer();
        poison("Poison");
        server.open("poisoned", MAILS, number -> mail("poisoned", number, number == BAD ? "Poison" : "Hello"));
        for (MadeMailbox.Fault fault : MadeMailbox.Fault.values()) {
            String name = nameOf(fault);
            server.open(name, MAILS, number -> mail(name, number, "Hello")).spoil(BAD, fault);
            account(server, name);
        }
        account(server, "poisoned");
        server.open("forgetful", MAILS, number -> mail("forgetful", number, "Hello"));
        account(server, "forgetful");
        left = watched.open("left", 1, number -> mail("left", number, "Hello"));
        account(watched, "left");
    }

    @AfterAll
    void stop() {
        server.close();
        watched.close();
    }

    @Test
    void aMailThatCannotBeStoredIsKeptAsItCameAfterThreeTries() {
        Map<String, Object> mail = quarantined("poisoned");

        assertThat(mail).containsEntry("reason", "broken");
        assertThat(api.get("/api/v1/mails/" + mail.get("id") + "/raw")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(mail("poisoned", BAD, "Poison").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(tries("poisoned")).isEqualTo(3);
        assertTheOthersAreHere("poisoned");
    }

    @Test
    void aMailThatTheServerListsAndDoesNotGiveIsToldOf() {
        assertWithheld(MadeMailbox.Fault.WITHHELD);
    }

    @Test
    void aMailAtWhichTheServerHangsUpStopsNoMailbox() {
        assertWithheld(MadeMailbox.Fault.HANGS_UP);
    }

    @Test
    void aMailThatIsLargerThanTheServerSaidStopsNoMailbox() {
        assertWithheld(MadeMailbox.Fault.LIES);
    }

    @Test
    void anAccountThatIsSwitchedOffIsLetGo() {
        await().atMost(PATIENCE).until(left::isWatched);

        api.patch("/api/v1/accounts/" + id("left"), Map.of("active", false))
                .expectStatus()
                .isOk();

        await().atMost(PATIENCE).until(() -> watched.connections() == 0);
        assertThat(left.isWatched()).isFalse();
    }

    @Test
    void aWatcherThatRanOutOfMemorySaysSoAndBeginsAgain() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(number("select count(*) from mail where account_id = " + key("forgetful")))
                                .isEqualTo(MAILS));

        assertThat(number("select count(*) from event where type = 'mailbox_unreachable' and account_id = "
                        + key("forgetful") + " and payload::text like '%OutOfMemoryError%'"))
                .isEqualTo(1);
    }

    private void assertWithheld(MadeMailbox.Fault fault) {
        String account = nameOf(fault);
        Map<String, Object> mail = quarantined(account);

        assertThat(mail).containsEntry("reason", "withheld");
        assertThat(String.valueOf(mail.get("detail"))).startsWith("INBOX, UID " + BAD + ": ");
        assertRefused(api.get("/api/v1/mails/" + mail.get("id") + "/raw"), 404, "mail_not_found");
        assertThat(number(
                        "select count(*) from event where type = 'mail_quarantined' and payload ->> 'reason' = 'withheld'"
                                + " and account_id = " + key(account)))
                .isEqualTo(1);
        assertTheOthersAreHere(account);
    }

    private void assertTheOthersAreHere(String account) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(number(
                                "select count(*) from mail where quarantine is null and account_id = " + key(account)))
                        .isEqualTo(MAILS - 1));
    }

    private Map<String, Object> quarantined(String account) {
        String id = id(account);
        return await().atMost(PATIENCE)
                .until(
                        () -> api.list("/api/v1/mails/quarantined").stream()
                                .filter(mail -> id.equals(mail.get("accountId")))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private long tries(String account) {
        return number(
                "select max(c.tries) from mailbox_copy c join mailbox b on b.id = c.mailbox_id where b.account_id = "
                        + key(account));
    }

    /** The database takes no mail with this subject. */
    private void poison(String subject) {
        run(
                "create function refuse_mail() returns trigger language plpgsql as $$ begin raise exception 'no such mail' using errcode = '23514'; end $$");
        run("create trigger refuse_mail before insert on mail_content for each row when (new.subject = '" + subject
                + "') execute function refuse_mail()");
    }

    private void account(MadeMailServer mailServer, String user) {
        Object category = api.list("/api/v1/categories").getFirst().get("id");
        api.created(
                "/api/v1/accounts",
                Map.of(
                        "name",
                        user,
                        "categoryId",
                        category,
                        "fromAddress",
                        user + "@made.test",
                        "username",
                        user,
                        "password",
                        "any",
                        "smtp",
                        Map.of("host", "127.0.0.1", "port", 1, "security", "none"),
                        "imap",
                        Map.of("host", "127.0.0.1", "port", mailServer.port(), "security", "none")));
    }

    private String id(String account) {
        return api.list("/api/v1/accounts").stream()
                .filter(one -> account.equals(one.get("name")))
                .map(one -> String.valueOf(one.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private long key(String account) {
        return number("select id from account where name = '" + account + "'");
    }

    private long number(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> ((Number) Objects.requireNonNull(row.get(0))).longValue())
                .one()
                .block(PATIENCE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }

    /** Memory runs out when one of the accounts is connected, twice. */
    @TestConfiguration
    static class Forgetful implements BeanPostProcessor {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof MailServers servers ? (MailServers) account -> connect(servers, account) : bean;
        }

        private MailSession connect(MailServers servers, ReadingAccount account) throws IOException {
            if (account.username().equals("forgetful") && times.incrementAndGet() <= 2) {
                throw new OutOfMemoryError("Java heap space");
            }
            return servers.connect(account);
        }
    }

    private static String nameOf(MadeMailbox.Fault fault) {
        return "box-" + List.of(MadeMailbox.Fault.values()).indexOf(fault);
    }

    private static String mail(String user, int number, String subject) {
        return "From: Person <p%2$d@made.test>\r\nTo: %1$s@made.test\r\nSubject: %3$s\r\nMessage-ID: <%1$s-%2$d@made.test>\r\n\r\nHello.\r\n"
                .formatted(user, number, subject);
    }
}
