package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
    private static final String MIXED = """
            From: =?utf-8?B?U2l0aSDinIk=?= <siti@example.com>
            To: "Toko, Sari" <shop@toko.test>, team: ann@example.com, bob@example.com;
            Cc: carl@example.com (Carl)
            Reply-To: <answers@example.com>
            Subject: =?utf-8?Q?Pesanan?= =?utf-8?Q?_saya_=E2=9C?= =?utf-8?Q?=89?=
            Message-ID: <m1@example.com>
            In-Reply-To: <m0@toko.test>
            References: <first@toko.test>
             <m0@toko.test>
            Date: Sun, 29 Nov 2026 10:00:00 +0700
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="out"

            --out
            Content-Type: multipart/alternative; boundary="in"

            --in
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Halo =E2=9C=89
            --in
            Content-Type: text/html; charset=utf-8

            <p>Halo <b>semua</b> <img src="cid:logo"></p>
            --in--
            --out
            Content-Type: image/png; name="logo.png"
            Content-ID: <logo>
            Content-Disposition: inline
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --out
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''%E2%9C%89%20..%2F..%2Fharga.pdf
            Content-Transfer-Encoding: base64

            JVBERi0=
            --out--
            """;

    @Test
    void aMailIsReadWithAllItsParts() {
        ParsedMail mail = Mails.read(MIXED);

        assertThat(mail.from()).isEqualTo(new Person("Siti ✉", "siti@example.com"));
        assertThat(mail.to())
                .containsExactly(
                        new Person("Toko, Sari", "shop@toko.test"),
                        new Person("", "ann@example.com"),
                        new Person("", "bob@example.com"));
        assertThat(mail.cc()).containsExactly(new Person("Carl", "carl@example.com"));
        assertThat(mail.replyTo()).containsExactly(new Person("", "answers@example.com"));
        assertThat(mail.subject()).isEqualTo("Pesanan saya ✉");
        assertThat(mail.messageId()).isEqualTo("m1@example.com");
        assertThat(mail.inReplyTo()).containsExactly("m0@toko.test");
        assertThat(mail.references()).containsExactly("first@toko.test", "m0@toko.test");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-29T03:00:00Z"));
        assertThat(mail.text()).isEqualTo("Halo ✉");
        assertThat(mail.html()).contains("<b>semua</b>");
        assertThat(mail.parts())
                .extracting(MailPart::path, MailPart::fileName, MailPart::type, MailPart::isInline)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2", "logo.png", "image/png", true),
                        org.assertj.core.groups.Tuple.tuple("3", "harga.pdf", "application/pdf", false));
        assertThat(MailReader.file(Mails.octets(MIXED), "3"))
                .hasValueSatisfying(file ->
                        assertThat(file).asString(StandardCharsets.US_ASCII).isEqualTo("%PDF-"));
        assertThat(MailReader.file(Mails.octets(MIXED), "9")).isEmpty();
    }

    @Test
    void aMailOfHtmlAloneHasATextToo() {
        ParsedMail mail = Mails.read("""
                From: a@example.com
                Content-Type: text/html

                <p>Satu</p><p>Dua</p>
                """);

        assertThat(mail.text()).contains("Satu").contains("Dua").doesNotContain("<p>");
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "iso-8859-1", "us-ascii", "no-such-charset", "''"})
    void aCharsetThatLiesIsSeenThrough(String claimed) {
        byte[] head = ("From: a@example.com\r\nContent-Type: text/plain; charset=\"" + claimed + "\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] body = "Café – 5 €".getBytes(Charset.forName("windows-1252"));
        byte[] mail = new byte[head.length + body.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(body, 0, mail, head.length, body.length);

        assertThat(Mails.read(mail).text()).isEqualTo("Café – 5 €");
    }

    @Test
    void noTextHoldsANul() {
        ParsedMail mail = Mails.read("From: a@example.com\nSubject: a\0b\n\nc\0d\n");

        assertThat(mail.subject()).isEqualTo("ab");
        assertThat(mail.text()).startsWith("cd");
    }

    @Test
    void aDeliveryReportNamesItsRecipientAndTheMailThatCameBack() {
        ParsedMail mail = Mails.read(Mails.dsn("failed", "5.1.1"));

        assertThat(mail.report()).isNotNull();
        assertThat(mail.report().recipients()).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo("ann@example.com");
            assertThat(one.action()).isEqualTo(DeliveryReport.Action.FAILED);
            assertThat(one.status()).isEqualTo("5.1.1");
            assertThat(one.diagnostic()).startsWith("550 5.1.1").endsWith("User unknown");
        });
        assertThat(mail.returned()).isNotNull();
        assertThat(mail.returned().first("x-kurir-id")).hasValue("01234567-89ab-8def-8123-456789abcdef");
    }

    @Test
    void theBounceOfAnOldServerIsReadFromItsText() {
        ParsedMail mail = Mails.read("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                Subject: failure notice

                Hi. This is the qmail-send program at mx.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <ann@example.com>:
                550 5.1.1 no such user here

                --- Below this line is a copy of the message.

                From: shop@toko.test
                Message-ID: <0123456789abcdef0123456789abcdef@toko.test>

                Hello
                """);

        assertThat(mail.report()).isNotNull();
        assertThat(mail.report().recipients()).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo("ann@example.com");
            assertThat(one.status()).isEqualTo("5.1.1");
        });
        assertThat(mail.returned()).isNotNull();
        assertThat(mail.returned().first("message-id")).hasValue("<0123456789abcdef0123456789abcdef@toko.test>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated", "X-Autoreply: yes"})
    void aMachineThatWantsNoAnswerHasNotBouncedWhateverItSays(String field) {
        ParsedMail mail = Mails.read("""
                Return-Path: <>
                From: siti@example.com
                Subject: Automatic reply: Promo
                %s

                I am away and my answer will be delayed. No action is required.
                """.formatted(field));

        assertThat(mail.report()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Mail Delivery System <Mailer-Daemon@mx.example>",
                "From: x@mx.example\nX-Failed-Recipients: ann@example.com",
                "From: x@mx.example\nContent-Type: multipart/report; boundary=b"
            })
    void aServerThatSaysItIsAMachineStillTellsOfADelay(String field) {
        ParsedMail mail = Mails.read("""
                Return-Path: <>
                %s
                Auto-Submitted: auto-replied
                Subject: Warning: message delayed 24 hours

                --b

                Your message to ann@example.com is delayed. No action is required on your part.
                --b--
                """.formatted(field));

        assertThat(mail.report()).isNotNull();
        assertThat(mail.report().gravest())
                .hasValueSatisfying(one -> assertThat(one.action()).isEqualTo(DeliveryReport.Action.DELAYED));
    }

    @Test
    void whoQuotesABounceHasNotBounced() {
        ParsedMail mail = Mails.read("""
                From: siti@example.com
                Subject: Re: Undelivered Mail Returned to Sender

                Kenapa email saya tidak dapat terkirim? 550 5.1.1 user unknown ann@example.com
                """);

        assertThat(mail.report()).isNull();
    }
}
