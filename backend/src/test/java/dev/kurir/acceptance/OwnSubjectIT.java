package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A letter of ours may be called what machines call their answers. */
@KurirTest(program = "inbox")
class OwnSubjectIT {
    private static final String SHOP = "hello@sandbox.test";
    private static final String OURS = "Automatic reply for your shop";

    private final InboxApi inbox;
    private final Arrivals arrivals;

    OwnSubjectIT(ApplicationContext context) {
        Api api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.arrivals = new Arrivals(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @Test
    void whoAnswersUnderItIsAPerson() {
        Letter letter = Letter.begun(inbox, OURS);
        String ofTheMessage = letter.message().replace("-", "") + "@sandbox.test";

        arrivals.inInbox(SHOP, letter.answered("Re: " + OURS, ""));
        arrivals.inInbox(SHOP, letter.answered(OURS, ""));
        arrivals.inInbox(SHOP, letter.answered(OURS, "").replace(letter.messageId(), ofTheMessage));

        assertThat(letter.entries())
                .filteredOn(entry -> "received".equals(entry.get("kind")))
                .extracting(entry -> InboxApi.map(entry.get("mail")).get("kind"))
                .containsExactly("reply", "reply", "reply");
        assertThat(letter.conversation()).containsEntry("unread", 3).containsEntry("category", null);
    }

    @Test
    void whoAnswersUnderAnotherOneMayBeAMachine() {
        Letter letter = Letter.begun(inbox, "Out of office? Write anyway");

        arrivals.inInbox(SHOP, letter.answered("Out of office", ""));

        assertThat(letter.conversation()).containsEntry("unread", 0).containsEntry("category", "out_of_office");
    }
}
