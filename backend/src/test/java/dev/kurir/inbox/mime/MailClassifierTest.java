package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailClassifierTest {
    @Test
    void aPersonsAnswerIsAReply() {
        assertThat(kind("From: a@example.com\nSubject: Re: Promo\n\nYa\n", true))
                .isEqualTo(MailKind.REPLY);
        assertThat(kind("From: a@example.com\nSubject: Halo\n\nYa\n", false)).isEqualTo(MailKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied; owner-email=\"a@example.com\"",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: Promo",
                "Subject: Automatic reply: Promo",
                "Subject: Balasan otomatis: Promo",
                "Subject: Out of office",
                "Subject: =?utf-8?Q?Abwesenheitsnotiz?="
            })
    void aProgramsAnswerIsAnAutoReply(String field) {
        assertThat(kind("From: a@example.com\n" + field + "\n\nSaya sedang cuti\n", true))
                .isEqualTo(MailKind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "Subject: Re: office hours",
                "Subject: Re: Automatic reply for your shop",
                "Subject: AW: Out of office? Write anyway",
                "Subject: Bls: Balasan otomatis untuk toko Anda"
            })
    void whatOnlyLooksLikeAProgramIsAReply(String field) {
        assertThat(kind("From: a@example.com\n" + field + "\n\nYa\n", true)).isEqualTo(MailKind.REPLY);
    }

    @Test
    void aMachineMayAnswerItsOwnAnswer() {
        assertThat(kind("From: a@example.com\nSubject: Re: Out of office\nAuto-Submitted: auto-generated\n\n-\n", true))
                .isEqualTo(MailKind.AUTO_REPLY);
    }

    @Test
    void aReportIsWhatItReports() {
        assertThat(kind(Mails.dsn("failed", "5.1.1"), true)).isEqualTo(MailKind.BOUNCE);
        assertThat(kind(Mails.dsn("delayed", "4.4.1"), true)).isEqualTo(MailKind.DELAYED);
        assertThat(kind(Mails.dsn("delivered", "2.0.0"), true)).isEqualTo(MailKind.OTHER);
    }

    @Test
    void aFeedbackReportIsAComplaintUnlessItTakesOneBack() {
        String report = """
                From: fbl@example.com
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: text/plain

                This is an abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                Version: 1
                Original-Rcpt-To: <ann@example.com>

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <m@toko.test>
                --b--
                """;

        assertThat(kind(report.formatted("abuse"), false)).isEqualTo(MailKind.COMPLAINT);
        assertThat(kind(report.formatted("not-spam"), false)).isEqualTo(MailKind.OTHER);
    }

    private static MailKind kind(String mail, boolean isAnswer) {
        return MailClassifier.classify(Mails.read(mail), isAnswer);
    }
}
