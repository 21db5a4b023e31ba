package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.MailSession.Role;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What is addressed to two of our accounts. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoAccountsIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SHOP = "hello@sandbox.test";
    private static final String SALES = "sales@sandbox.test";

    private final Api api;
    private final InboxApi inbox;
    private final Arrivals arrivals;
    private final DatabaseClient database;

    TwoAccountsIT(ApplicationContext context, DatabaseClient database) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.arrivals = new Arrivals(context);
        this.database = database;
    }

    @BeforeAll
    void twoAccounts() {
        inbox.watched();
        Arrivals.anotherAccount(api, SALES);
    }

    @Test
    void anAnswerToTwoAccountsStandsInTheConversationOnce() {
        Letter letter = letter("Two accounts");
        String answer = letter.answered("Re: Halo", "Cc: " + SALES + "\n");

        arrivals.inInbox(SHOP, "Delivered-To: " + SHOP + "\n" + answer);
        arrivals.inInbox(SALES, "Delivered-To: " + SALES + "\n" + answer);

        assertThat(letter.kinds()).containsExactly("sent", "received");
        assertThat(letter.conversation()).containsEntry("unread", 1);
    }

    @Test
    void theSecondCopyIsNotAnsweredByItself() {
        Letter letter = letter("Away");
        String answer = letter.answered("Re: Halo", "Cc: " + SALES + "\n");
        away("Kami libur.");

        arrivals.inInbox(SHOP, "Delivered-To: " + SHOP + "\n" + answer);
        arrivals.inInbox(SALES, "Delivered-To: " + SALES + "\n" + answer);
        away("");

        // not even the reason why not
        assertThat(inbox.items(letter.path() + "/entries"))
                .extracting(entry -> entry.get("kind"))
                .containsExactly("received", "sent");
    }

    @Test
    void alsoWhereBothAreReadAtTheSameMomentAndNobodyHasAnsweredBefore() {
        Letter letter = letter("At once");
        String answer = letter.answered("Re: Halo", "Cc: " + SALES + "\n").replace(letter.messageId(), message(letter));
        // as of a campaign: it is in no conversation before the first answer
        run("delete from conversation where subject = 'At once'");

        Mono.zip(
                        arrivals.arrive(SHOP, Role.INBOX, "Delivered-To: " + SHOP + "\n" + answer),
                        arrivals.arrive(SALES, Role.INBOX, "Delivered-To: " + SALES + "\n" + answer))
                .block(A_MINUTE);

        assertThat(inbox.conversations("all"))
                .filteredOn(one -> "At once".equals(one.get("subject")))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("unread", 1));
    }

    @Test
    void whoDeletesTheMailDeletesItsCopyToo() {
        Letter letter = letter("Deleted");
        String answer = letter.answered("Re: Halo", "Cc: " + SALES + "\n");
        arrivals.inInbox(SHOP, answer);
        arrivals.inInbox(SALES, answer);
        Object received = letter.entries().getLast().get("id");

        api.delete(letter.path() + "/entries/" + received).expectStatus().isNoContent();

        assertThat(
                        left(
                                "select count(*) from mail m join blob b using (workspace_id, sha256) where m.deleted_at is not null"))
                .isZero();
        assertThat(left("select count(*) from mail where copy_of is not null and deleted_at is null and internet_id in"
                        + " (select internet_id from mail where deleted_at is not null)"))
                .isZero();
    }

    @Test
    void aMailThatBeginsSomethingIsAConversationOfEachAccount() {
        String mail =
                "From: Rina <rina@elsewhere.test>\nTo: %s, %s\nSubject: To both\nMessage-ID: <both@elsewhere.test>\n\nHalo\n"
                        .formatted(SHOP, SALES);

        arrivals.inInbox(SHOP, mail);
        arrivals.inInbox(SALES, mail);

        assertThat(about("To both")).hasSize(2);
    }

    /** Of the second account. */
    private void away(String text) {
        Object account = api.list("/api/v1/accounts").stream()
                .filter(one -> SALES.equals(one.get("fromAddress")))
                .findFirst()
                .orElseThrow()
                .get("id");
        Map<String, Object> reading = Map.of("sentCopies", "never", "markRead", false, "awayText", text);
        api.patch("/api/v1/accounts/" + account, Map.of("reading", reading))
                .expectStatus()
                .isOk();
    }

    private Letter letter(String subject) {
        return Letter.begun(inbox, subject);
    }

    /** What a mail of a campaign is called. */
    private static String message(Letter letter) {
        return letter.message().replace("-", "") + "@sandbox.test";
    }

    private List<Map<String, Object>> about(String subject) {
        return inbox.conversations("all").stream()
                .filter(one -> subject.equals(one.get("subject")))
                .toList();
    }

    private long left(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block(A_MINUTE));
    }

    private void run(String sql) {
        database.sql(sql).then().block(A_MINUTE);
    }
}
