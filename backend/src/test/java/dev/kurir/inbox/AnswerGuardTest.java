package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.inbox.AnswerGuard.Held;
import dev.kurir.inbox.AnswerGuard.History;
import dev.kurir.inbox.mime.MailClassifier;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.MailReader;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.kernel.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerGuardTest {
    private static final EmailAddress SHOP = new EmailAddress("hello@toko.test");

    @Test
    void aMailOfAPersonIsAnswered() {
        assertThat(AnswerGuard.check(new History(false, false, false, false, 2, 5, 19)))
                .isEmpty();
        assertThat(check("")).isEmpty();
        assertThat(check("Auto-Submitted: no")).isEmpty();
        assertThat(check("X-Auto-Response-Suppress: DR, RN")).isEmpty();
        assertThat(check("Return-Path: <rina@mail.test>")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | AUTOMATIC",
                "Auto-Submitted: auto-generated (rejected) | AUTOMATIC",
                "X-Kurir-ID: 0190 | AUTOMATIC",
                "Precedence: Bulk | LIST",
                "Precedence: junk | LIST",
                "List-Id: <news.toko.test> | LIST",
                "List-Unsubscribe: <mailto:no@toko.test> | LIST",
                "X-Auto-Response-Suppress: DR, OOF | UNWANTED",
                "X-Auto-Response-Suppress: All | UNWANTED",
                "Return-Path: <> | NO_RETURN",
                "Content-Type: multipart/report; boundary=x | NO_RETURN",
                "Return-Path: <news-bounces@mail.test> | ROBOT",
                "Return-Path: <bounce+17@mail.test> | ROBOT"
            })
    void whatItsHeadersSayOfAMachineIsHeeded(String header, Held why) {
        assertThat(check(header)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@mail.test", "No-Reply@mail.test", "do-not-reply@mail.test", "donotreply@mail.test",
                "mailer-daemon@mail.test", "postmaster@mail.test", "bounces-12@mail.test", "owner-list@mail.test",
                "list-request@mail.test", "no address"
            })
    void nobodyReadsWhatIsSentToARobot(String from) {
        assertThat(AnswerGuard.check(mail("From: " + from + "\r\nTo: hello@toko.test\r\n"), MailKind.OTHER, SHOP))
                .contains(Held.ROBOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply@mail.test", "norea.plyton@mail.test", "bouncer.club@mail.test", "rina@mail.test"})
    void peopleWithSuchNamesAreAnswered(String from) {
        assertThat(AnswerGuard.check(mail("From: " + from + "\r\nTo: hello@toko.test\r\n"), MailKind.OTHER, SHOP))
                .isEmpty();
    }

    @Test
    void whatIsKnownAsAnAutomaticReplyIsNotAnsweredThoughNoHeaderOfTodaySaysSo() {
        ParsedMail mail = mail("X-Autoreply: yes\r\nFrom: rina@mail.test\r\nTo: hello@toko.test\r\n");
        assertThat(AnswerGuard.check(mail, MailClassifier.classify(mail, true), SHOP))
                .contains(Held.AUTOMATIC);
    }

    @Test
    void onlyWhatNamesTheAccountIsAnswered() {
        String from = "From: rina@mail.test\r\n";
        assertThat(AnswerGuard.check(mail(from + "To: all@toko.test\r\n"), MailKind.OTHER, SHOP))
                .contains(Held.NOT_TO_US);
        assertThat(AnswerGuard.check(
                        mail(from + "To: a@b.test\r\nCc: Toko <Hello@Toko.test>\r\n"), MailKind.OTHER, SHOP))
                .isEmpty();
        assertThat(AnswerGuard.check(mail(from + "To: hello+0190@toko.test\r\n"), MailKind.OTHER, SHOP))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, false, false, 0, 1, 0, SWITCHED_OFF",
        "false, true, false, false, 0, 1, 0, OWN",
        "false, false, true, false, 0, 1, 0, SUPPRESSED",
        "false, false, false, true, 0, 1, 0, RECENTLY",
        "false, false, false, false, 3, 1, 0, IN_A_ROW",
        "false, false, false, false, 0, 6, 0, TOO_FAST",
        "false, false, false, false, 0, 1, 20, TOO_MANY"
    })
    void whatHappenedBeforeIsHeeded(
            boolean off,
            boolean own,
            boolean suppressed,
            boolean recent,
            long inARow,
            long received,
            long inAnHour,
            Held why) {
        History history = new History(off, own, suppressed, recent, inARow, received, inAnHour);
        assertThat(AnswerGuard.check(history)).contains(why);
    }

    @Test
    void anAnswerGoesToTheReturnPath() {
        assertThat(AnswerGuard.recipient(mail("Return-Path: <rina@work.test>\r\nFrom: rina@mail.test\r\n")))
                .contains(new EmailAddress("rina@work.test"));
        assertThat(AnswerGuard.recipient(mail("From: rina@mail.test\r\n")))
                .contains(new EmailAddress("rina@mail.test"));
    }

    private static Optional<Held> check(String header) {
        String line = header.isEmpty() ? "" : header + "\r\n";
        return AnswerGuard.check(
                mail(line + "From: Rina <rina@mail.test>\r\nTo: hello@toko.test\r\n"), MailKind.OTHER, SHOP);
    }

    private static ParsedMail mail(String headers) {
        byte[] octets = (headers + "Subject: Harga\r\n\r\nBerapa?\r\n").getBytes(StandardCharsets.UTF_8);
        return ((Reading.Read) MailReader.read(octets)).mail();
    }
}
