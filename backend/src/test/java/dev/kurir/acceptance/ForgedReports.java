package dev.kurir.acceptance;

/** Reports and requests that anybody could write. */
final class ForgedReports {
    /** Of nothing that we sent. */
    static final String COMPLAINT = """
            From: Abuse <abuse@elsewhere.test>
            To: hello@sandbox.test
            Subject: complaint
            Message-ID: <forged-1@elsewhere.test>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: text/plain

            Spam.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: forged/1
            Version: 1
            Original-Rcpt-To: <customer@elsewhere.test>

            --b--
            """;
    /** It names somebody whom we wrote to, delivered to another beside, and returns nothing. */
    static final String BOUNCE = """
            From: MAILER-DAEMON@elsewhere.test
            To: hello@sandbox.test
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <forged-2@elsewhere.test>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            No such user.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; elsewhere.test

            Final-Recipient: rfc822; colleague@elsewhere.test
            Action: delivered
            Status: 2.0.0

            Final-Recipient: rfc822; reply@sandbox.test
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such user

            --b--
            """;

    /** As a mail program writes it, from another address than the one that got the campaign. */
    static String unsubscribing(String subject) {
        return """
                From: Somebody <somebody@elsewhere.test>
                To: hello@sandbox.test
                Subject: %s
                Message-ID: <%d@elsewhere.test>

                """.formatted(subject, subject.hashCode());
    }

    private ForgedReports() {}
}
