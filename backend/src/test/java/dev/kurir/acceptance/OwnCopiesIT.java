package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What we have sent comes back in many ways, and stands in its conversation once. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCopiesIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SHOP = "hello@sandbox.test";
    private static final String SALES = "sales@sandbox.test";

    private final Api api;
    private final InboxApi inbox;
    private final Arrivals arrivals;
    private final DatabaseClient database;

    OwnCopiesIT(ApplicationContext context, DatabaseClient database) {
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
    void aCopyToOneselfIsNotTheCustomers() {
        Letter letter = letter("Copy to myself");
        String own = elsewhere(letter, "copy1", "Bcc: " + SHOP + "\n");

        arrivals.inSent(SHOP, own);
        arrivals.inInbox(SHOP, "Received: by mx\n" + own);

        assertThat(letter.kinds()).containsExactly("sent", "elsewhere");
        assertThat(letter.conversation()).containsEntry("unread", 0).containsEntry("waitingSince", null);
    }

    @Test
    void alsoWhereTheCopyIsReadBeforeWhatLiesInTheSentFolder() {
        Letter letter = letter("Copy comes first");
        String own = elsewhere(letter, "copy2", "Bcc: " + SHOP + "\n");

        arrivals.inInbox(SHOP, "Received: by mx\n" + own);
        arrivals.inSent(SHOP, own);

        assertThat(letter.kinds()).containsExactly("sent", "elsewhere");
        assertThat(letter.conversation()).containsEntry("unread", 0).containsEntry("waitingSince", null);
    }

    @Test
    void whoeverElseHasTheSameMessageIdIsShown() {
        Letter letter = letter("Same number");
        arrivals.inSent(SHOP, elsewhere(letter, "copy3", ""));
        arrivals.inInbox(
                SHOP,
                letter.answered("Re: Halo", "").replaceFirst("Message-ID: .*", "Message-ID: <copy3@elsewhere.test>"));

        assertThat(letter.kinds()).containsExactly("sent", "elsewhere", "received");
    }

    @Test
    void ourOwnMailThatReachesAnAccountOfOursIsNoSecondBubble() {
        Letter letter = letter("Own in Cc");

        arrivals.inInbox(SALES, "Delivered-To: " + SALES + "\n" + letter.raw());
        arrivals.inInbox(SHOP, "Delivered-To: " + SHOP + "\n" + letter.raw());

        assertThat(letter.kinds()).containsExactly("sent");
        assertThat(about("Own in Cc")).hasSize(1);
        assertThat(letter.conversation()).containsEntry("unread", 0);
    }

    @Test
    void whatAColleagueGetsFromAnotherAccountIsShownThere() {
        Letter letter = letter("To sales");

        arrivals.inInbox(SALES, letter.raw().replaceFirst("(?m)^To: .*", "To: " + SALES));

        assertThat(about("To sales")).hasSize(2);
    }

    @Test
    void aCustomersProgramThatCopiesOurNumberHidesNothing() {
        Letter letter = letter("Copied number");

        arrivals.inInbox(SHOP, "X-Kurir-ID: " + letter.message() + "\n" + letter.answered("Re: Halo", ""));

        assertThat(letter.kinds()).containsExactly("sent", "received");
    }

    @Test
    void aMailToOneselfIsShownThoughItIsOneMailInBothFolders() {
        String note = "From: Toko <%1$s>\nTo: %1$s\nSubject: Remember\nMessage-ID: <note@sandbox.test>\n\nBeli kertas\n"
                .formatted(SHOP);

        arrivals.inSent(SHOP, note);
        assertThat(about("Remember")).isEmpty();
        arrivals.inInbox(SHOP, note);
        // listed again, wherever
        arrivals.inInbox(SHOP, note);
        arrivals.inSent(SHOP, note);

        assertThat(about("Remember"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("unread", 1).containsEntry("lastKind", "received"));
    }

    @Test
    void whatStandsInAConversationStaysSentThoughItLiesInTheInboxToo() {
        Letter letter = letter("Labelled");
        String own = elsewhere(letter, "copy4", "");

        arrivals.inSent(SHOP, own);
        arrivals.inInbox(SHOP, own);

        assertThat(letter.kinds()).containsExactly("sent", "elsewhere");
    }

    @Test
    void aCopyThatLostOurNumberIsKnownByTheMessageId() {
        Letter letter = letter("Lost number");
        arrivals.inSent(SHOP, letter.raw().replaceFirst("(?m)^X-Kurir-ID: .*\r?\n", ""));

        assertThat(letter.kinds()).containsExactly("sent");
        assertThat(evidence(letter)).isEqualTo(1);
    }

    @Test
    void aCopyWhoseMessageIdWasRewrittenIsKnownByTheOneThatTheServerKept() {
        Letter letter = letter("Rewritten number");
        arrivals.inSent(
                SHOP,
                letter.raw()
                        .replaceFirst("(?m)^X-Kurir-ID: .*\r?\n", "")
                        .replaceFirst(
                                "(?m)^Message-ID: (.*)$",
                                "Message-ID: <AS8P1@outlook.test>\nX-Microsoft-Original-Message-ID: $1"));

        assertThat(letter.kinds()).containsExactly("sent");
        assertThat(evidence(letter)).isEqualTo(1);
    }

    @Test
    void whoeverAnswersARewrittenMessageIdAnswersOurMessage() {
        Letter letter = letter("Answered rewritten");
        arrivals.inSent(
                SHOP,
                letter.raw()
                        .replaceFirst(
                                "(?m)^Message-ID: (.*)$",
                                "Message-ID: <AS8P2@outlook.test>\nX-Microsoft-Original-Message-ID: $1"));
        arrivals.inInbox(SHOP, letter.answered("Re: Halo", "").replace(letter.messageId(), "AS8P2@outlook.test"));

        assertThat(letter.kinds()).containsExactly("sent", "received");
    }

    private Letter letter(String subject) {
        return Letter.begun(inbox, subject);
    }

    /** Written by the shop in another mail program. */
    private static String elsewhere(Letter letter, String id, String headers) {
        return """
                From: Toko <hello@sandbox.test>
                To: Ani <ani@sandbox.test>
                %sSubject: Re: Halo
                Message-ID: <%s@elsewhere.test>
                In-Reply-To: <%s>

                Dari ponsel
                """.formatted(headers, id, letter.messageId());
    }

    private List<Map<String, Object>> about(String subject) {
        return inbox.conversations("all").stream()
                .filter(one -> subject.equals(one.get("subject")))
                .toList();
    }

    /** Copies of the letter that prove that it has left. */
    private long evidence(Letter letter) {
        return Objects.requireNonNull(database.sql("""
                        select count(*) from mail m join entry_message em on em.message_id = m.message_id
                          join conversation c on c.id = em.conversation_id
                         where m.role = 'sent' and c.subject = :subject
                        """)
                .bind("subject", Objects.requireNonNull(letter.conversation().get("subject")))
                .mapValue(Long.class)
                .one()
                .block(A_MINUTE));
    }
}
