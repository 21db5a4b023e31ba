package dev.kurir.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What servers write about a mail: that it could not be delivered (RFC 3464), that somebody called it spam (RFC 5965).
 */
final class Report {
    private Report() {}

    static MimeMessage bounce(MimeMessage original, String recipient, Clock clock) throws MessagingException {
        String status = """
                Reporting-MTA: dns; sandbox.test

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 The mailbox does not exist any more
                """.formatted(recipient);
        return report(
                original,
                clock,
                "Mail Delivery System <mailer-daemon@sandbox.test>",
                "Undelivered Mail Returned to Sender",
                "delivery-status",
                "The mail to <%s> could not be delivered: the mailbox does not exist any more.".formatted(recipient),
                status);
    }

    static MimeMessage complaint(MimeMessage original, String recipient, Clock clock) throws MessagingException {
        String feedback = """
                Feedback-Type: abuse
                User-Agent: Sandbox/1
                Version: 1
                Original-Rcpt-To: <%s>
                """.formatted(recipient);
        return report(
                original,
                clock,
                "Complaints <complaints@sandbox.test>",
                "A complaint about a mail of yours",
                "feedback-report",
                "Somebody has called a mail of yours spam.",
                feedback);
    }

    private static MimeMessage report(
            MimeMessage original, Clock clock, String from, String subject, String type, String words, String fields)
            throws MessagingException {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        String mail = """
                Return-Path: <>
                From: %1$s
                To: <%2$s>
                Subject: %3$s
                Date: %4$s
                Message-ID: <%5$s@sandbox.test>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%6$s; boundary="report-%5$s"

                --report-%5$s
                Content-Type: text/plain; charset=utf-8

                %7$s

                --report-%5$s
                Content-Type: message/%6$s

                %8$s
                --report-%5$s
                Content-Type: text/rfc822-headers

                %9$s
                --report-%5$s--
                """.formatted(
                        from, MailWorld.OWN, subject, date, UUID.randomUUID(), type, words, fields, headers(original));
        byte[] octets = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage((jakarta.mail.@Nullable Session) null, new ByteArrayInputStream(octets));
    }

    private static String headers(MimeMessage original) throws MessagingException {
        return Collections.list(original.getAllHeaders()).stream()
                .map(header -> header.getName() + ": " + header.getValue().replace("\r\n", "\n"))
                .collect(Collectors.joining("\n"));
    }
}
