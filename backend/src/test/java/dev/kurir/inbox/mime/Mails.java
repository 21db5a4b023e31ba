package dev.kurir.inbox.mime;

import java.nio.charset.StandardCharsets;

/** Mails of the tests. */
final class Mails {
    private Mails() {}

    static byte[] octets(String mail) {
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static ParsedMail read(String mail) {
        return read(octets(mail));
    }

    static ParsedMail read(byte[] octets) {
        if (MailReader.read(octets) instanceof Reading.Read(ParsedMail mail)) {
            return mail;
        }
        throw new AssertionError("not read: " + MailReader.read(octets));
    }

    static String dsn(String action, String status) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example>
                To: shop@toko.test
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; Ann@example.com
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown

                --b1
                Content-Type: message/rfc822

                From: shop@toko.test
                Message-ID: <0123456789abcdef0123456789abcdef@toko.test>
                X-Kurir-ID: 01234567-89ab-8def-8123-456789abcdef
                Subject: Promo

                Hello
                --b1--
                """.formatted(action, status);
    }
}
