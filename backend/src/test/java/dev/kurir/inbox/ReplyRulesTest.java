package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.EntryView.MailView;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MailId;
import dev.kurir.outbox.LetterHead.Recipient;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyRulesTest {
    @Test
    void aMailIsQuotedForWhoeverWroteItOrWantsItsAnswers() {
        assertThat(ReplyRules.isTo(to("Ani@Elsewhere.test"), mail())).isTrue();
        assertThat(ReplyRules.isTo(to("desk@elsewhere.test"), mail())).isTrue();
        assertThat(ReplyRules.isTo(to("beni@elsewhere.test"), null)).isTrue();
    }

    @Test
    void whoeverIsNoneOfThemDoesNotReadItBelowTheAnswer() {
        assertThat(ReplyRules.isTo(to("beni@elsewhere.test"), mail())).isFalse();
    }

    private static Reply to(String address) {
        List<Recipient> to = List.of(new Recipient("", new EmailAddress(address)));
        return new Reply(to, List.of(), List.of(), "Re", "", "Ya", true, null, true, List.of(), null, 0, false, null);
    }

    private static MailView mail() {
        return new MailView(
                new MailId(1),
                MailKind.REPLY,
                new Person("Ani", "ani@elsewhere.test"),
                List.of(),
                List.of(),
                List.of(new Person("", "desk@elsewhere.test")),
                "Biru",
                "Ada yang biru?",
                "",
                "",
                0,
                List.of(),
                null);
    }
}
