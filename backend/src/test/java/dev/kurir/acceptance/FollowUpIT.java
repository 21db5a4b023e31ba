package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Whoever writes again before the other side has answered goes on in the same thread. */
@KurirTest(program = "inbox")
class FollowUpIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SHOP = "hello@sandbox.test";

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;
    private final Arrivals arrivals;

    FollowUpIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
        this.arrivals = new Arrivals(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @Test
    void whatNobodyHasAnsweredIsWhatTheNextLetterAnswers() throws Exception {
        Letter first = Letter.begun(inbox, "First");
        write(first, "Second", false);
        Map<String, String> second = arrived("Second");
        write(first, "Third", false);
        Map<String, String> third = arrived("Third");

        assertThat(second)
                .containsEntry("In-Reply-To", "<" + first.messageId() + ">")
                .containsEntry("References", "<" + first.messageId() + ">");
        assertThat(third)
                .containsEntry("In-Reply-To", second.get("Message-ID"))
                .containsEntry("References", "<%s> %s".formatted(first.messageId(), second.get("Message-ID")));
    }

    @Test
    void theWordsOfTheOtherSideAreQuotedThoughWeHaveWrittenSince() throws Exception {
        Letter letter = Letter.begun(inbox, "Quote");
        arrivals.inInbox(SHOP, letter.answered("Re: Quote", ""));
        arrivals.inSent(SHOP, """
                From: Toko <hello@sandbox.test>
                To: Ani <ani@sandbox.test>
                Subject: Re: Quote
                Message-ID: <phone@sandbox.test>
                In-Reply-To: <%s>

                Dari ponsel
                """.formatted(letter.messageId()));

        write(letter, "Quoting", true);

        assertThat(arrived("Quoting"))
                .containsEntry("In-Reply-To", "<phone@sandbox.test>")
                .extractingByKey("Body")
                .asString()
                .contains("> Ya")
                .doesNotContain("Dari ponsel");
    }

    private void write(Letter letter, String subject, boolean quote) {
        Map<String, Object> reply = Map.of(
                "to",
                List.of(Map.of("name", "Ani", "address", "ani@sandbox.test")),
                "subject",
                subject,
                "text",
                subject,
                "quote",
                quote,
                "undoSeconds",
                0);
        api.created(letter.path() + "/replies", reply);
    }

    private Map<String, String> arrived(String subject) {
        return Objects.requireNonNull(await().atMost(A_MINUTE)
                .until(
                        () -> mail
                                .headers(
                                        "everyone@sandbox.test",
                                        "Subject",
                                        "Message-ID",
                                        "In-Reply-To",
                                        "References",
                                        "Body")
                                .stream()
                                .filter(one -> subject.equals(one.get("Subject")))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull));
    }
}
