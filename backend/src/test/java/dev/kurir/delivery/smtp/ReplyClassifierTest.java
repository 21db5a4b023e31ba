package dev.kurir.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyClassifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the login
                "custom|LOGIN|535|5.7.8 Authentication credentials invalid|AUTH_FAILED",
                "gmail|LOGIN|534|5.7.9 Application-specific password required|AUTH_FAILED",
                "microsoft-365|LOGIN|535|5.7.3 Authentication unsuccessful|AUTH_FAILED",
                "microsoft-365|LOGIN|535|5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled|AUTH_FAILED",
                "microsoft-365|LOGIN|550|5.7.30 Basic authentication is not supported for Client Submission|AUTH_FAILED",
                "custom|MAIL|530|5.7.0 Authentication required|AUTH_FAILED",
                "custom|MAIL|535|5.7.8 Not any more|AUTH_FAILED",
                "microsoft-365|MAIL|550|5.7.30 Basic authentication is not supported for Client Submission|AUTH_FAILED",
                "outlook-com|LOGIN|535|5.7.3 Authentication unsuccessful|AUTH_FAILED",
                "gmail|LOGIN|454|4.7.0 invalid_grant: Token has been expired or revoked|AUTH_FAILED",
                "custom|MAIL|454|4.7.0 Temporary authentication failure|AUTH_BUSY",
                "gmail|MAIL|454|4.7.0 Too many login attempts, please try again later|AUTH_BUSY",
                "custom|LOGIN|454|4.7.0 Too many login attempts|AUTH_BUSY",
                // too fast
                "custom|MAIL|421|Too many messages|THROTTLED",
                "custom|RCPT|421|4.7.28 Rate limited|THROTTLED",
                "custom|DOT|421|4.7.0 Try again later|THROTTLED",
                "microsoft-365|LOGIN|432|4.3.2 Concurrent connections limit exceeded|THROTTLED",
                "custom|CONNECT|451|4.3.2 Please try again later|THROTTLED",
                "custom|RCPT|450|4.7.1 Client host rate exceeded|THROTTLED",
                "custom|DOT|451|4.7.500 Server busy|THROTTLED",
                "custom|RCPT|451|4.7.28 Unusual rate|THROTTLED",
                "custom|DOT|421|4.3.2 System not accepting messages|THROTTLED",
                "google-workspace-relay|RCPT|450|4.2.1 Peak SMTP relay limit exceeded for customer|THROTTLED",
                "ses|DOT|454|Throttling failure: Maximum sending rate exceeded.|THROTTLED",
                "custom|DOT|421|4.4.2 Timeout|CONNECTION",
                // used up
                "gmail|DOT|550|5.4.5 Daily user sending limit exceeded|QUOTA",
                "microsoft-365|DOT|550|5.1.90 Your message can't be sent because you've reached your daily limit|QUOTA",
                "outlook-com|DOT|550|5.2.252 SubmissionQuotaExceeded|QUOTA",
                "microsoft-365|DOT|550|5.7.232 Your message can't be sent because your trial tenant has exceeded its limit|QUOTA",
                "microsoft-365|DOT|550|5.7.233 Tenant exceeded its daily limit|QUOTA",
                "ses|DOT|454|Throttling failure: Daily message quota exceeded|QUOTA",
                "custom|DOT|550|5.7.232 Trial tenant has exceeded its limit|QUOTA",
                "google-workspace-relay|DOT|550|5.4.5 Daily SMTP relay limit exceeded for user|QUOTA",
                "custom|RCPT|552|You have exceeded your daily sending quota|QUOTA",
                "custom|DOT|451|Hourly limit exceeded|QUOTA",
                "icloud|DOT|452|4.7.1 You have reached your daily sending limit|QUOTA",
                "icloud|DOT|550|5.7.1 You have reached your daily sending limit|QUOTA",
                "cpanel-generic|DOT|550|Domain x.test has exceeded the max emails per hour (150/150 (100%)) allowed. Message discarded.|QUOTA",
                // no such mailbox
                "custom|RCPT|550|5.1.1 The email account that you tried to reach does not exist|HARD_BOUNCE",
                "custom|RCPT|550|5.1.2 Bad destination system|HARD_BOUNCE",
                "custom|RCPT|501|5.1.3 Bad address syntax|HARD_BOUNCE",
                "custom|RCPT|550|5.1.6 Mailbox has moved|HARD_BOUNCE",
                "custom|DOT|556|5.1.10 Recipient address has null MX|HARD_BOUNCE",
                "custom|RCPT|550|5.2.1 The account is disabled|HARD_BOUNCE",
                "custom|RCPT|550|No such user here|HARD_BOUNCE",
                "custom|RCPT|551|User unknown|HARD_BOUNCE",
                "custom|RCPT|553|mailbox does not exist|HARD_BOUNCE",
                // full
                "custom|RCPT|452|4.2.2 Over quota|MAILBOX_FULL",
                "custom|DOT|552|5.2.2 Mailbox full|MAILBOX_FULL",
                "custom|RCPT|450|4.2.2 Mailbox full|MAILBOX_FULL",
                "custom|RCPT|550|Mailbox is full|MAILBOX_FULL",
                "custom|RCPT|452|4.3.1 Insufficient system storage|SOFT",
                "custom|RCPT|452|Requested action not taken|MAILBOX_FULL",
                "custom|DOT|552|Quota exceeded for this mailbox|MAILBOX_FULL",
                "custom|DOT|552|Requested mail action aborted: exceeded storage allocation|MAILBOX_FULL",
                // later
                "gmail|RCPT|450|4.2.1 The user you are trying to contact is receiving mail at a rate that|SOFT",
                "custom|RCPT|450|4.2.0 Come back|SOFT",
                "custom|DOT|451|4.4.1 Connection timed out|SOFT",
                "custom|DOT|451|4.3.0 Disk trouble|SOFT",
                "custom|RCPT|451|4.7.1 Greylisting in action|SOFT",
                "custom|RCPT|451|Greylisted, please come back|SOFT",
                "custom|RCPT|450|Requested mail action not taken|SOFT",
                // not wanted
                "custom|RCPT|554|5.7.1 Service unavailable; client blocked|POLICY",
                "custom|DOT|554|Message looks like spam|POLICY",
                "custom|DOT|550|5.7.0 Local policy violation|POLICY",
                "gmail|DOT|550|5.7.25 The IP has no PTR record|POLICY",
                "gmail|DOT|550|5.7.26 Unauthenticated email is not accepted due to DMARC policy|POLICY",
                "gmail|DOT|550|5.7.27 SPF did not pass|POLICY",
                "gmail|DOT|550|5.7.28 Unusual rate of unsolicited mail|POLICY",
                "gmail|DOT|550|5.7.29 Not sent over TLS|POLICY",
                "gmail|DOT|550|5.7.30 DKIM did not pass|POLICY",
                "outlook-com|DOT|550|5.7.515 Access denied, sending domain does not meet the required level|POLICY",
                "icloud|DOT|550|5.7.1 Mail is not accepted here|POLICY",
                "gmail|DOT|550|5.7.20 No passing DKIM signature|POLICY",
                "microsoft-365|DOT|550|5.7.30 DKIM did not pass|POLICY",
                "custom|DOT|554|Blocked by blacklist.example|POLICY",
                "custom|RCPT|554|5.7.1 Relay access denied|POLICY",
                // about the sender, never about a recipient
                "custom|MAIL|550|5.1.1 Sender unknown|POLICY",
                "custom|MAIL|553|No such user|POLICY",
                "custom|MAIL|554|Transaction failed|POLICY",
                "custom|MAIL|521|No mail is taken here|POLICY",
                "custom|MAIL|552|5.2.2 Your mailbox is full|POLICY",
                // the message
                "custom|DOT|552|5.3.4 Message too big|CONTENT",
                "custom|DOT|552|5.2.3 Message length exceeds limit|CONTENT",
                "custom|DOT|554|5.6.1 Media not supported|CONTENT",
                "custom|DOT|550|5.6.7 SMTPUTF8 is needed|CONTENT",
                "custom|DOT|552|Message size exceeds fixed maximum|CONTENT",
                "custom|RCPT|553|SMTPUTF8 is required for this address|CONTENT",
                // us
                "custom|MAIL|500|Unrecognised command|PROTOCOL",
                "custom|MAIL|501|Syntax error in parameters|PROTOCOL",
                "custom|MAIL|503|Bad sequence|PROTOCOL",
                "custom|MAIL|504|Not implemented|PROTOCOL",
                "custom|MAIL|555|Parameters not recognised|PROTOCOL",
                // nobody knows
                "custom|DOT|554|5.0.0 Transaction failed|UNKNOWN",
                "custom|RCPT|550|Go away|UNKNOWN",
                "custom|CONNECT|554|No|CONNECTION",
                "custom|TLS|454|4.7.0 TLS not available|CONNECTION",
                "custom|NONE|421|Idle too long|CONNECTION"
            })
    void knowsWhatARefusalMeans(String provider, SmtpPhase phase, int code, String words, ReplyReason reason) {
        SmtpReply reply = new ServerReply(code, List.of(words)).at(phase);

        assertThat(ReplyClassifier.classify(provider, reply)).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(ReplyRule.class)
    void everyRuleHasARowThatItDecides(ReplyRule rule) throws NoSuchMethodException {
        CsvSource rows = ReplyClassifierTest.class
                .getDeclaredMethod(
                        "knowsWhatARefusalMeans",
                        String.class,
                        SmtpPhase.class,
                        int.class,
                        String.class,
                        ReplyReason.class)
                .getAnnotation(CsvSource.class);

        assertThat(rows.value()).anySatisfy(row -> assertThat(decides(row)).isEqualTo(rule));
    }

    private static @Nullable ReplyRule decides(String row) {
        List<String> columns = List.of(row.split("\\|"));
        SmtpReply reply = new ServerReply(Integer.parseInt(columns.get(2)), List.of(columns.get(3)))
                .at(SmtpPhase.valueOf(columns.get(1)));
        return Arrays.stream(ReplyRule.values())
                .filter(rule -> rule.fits(columns.getFirst(), reply))
                .findFirst()
                .orElse(null);
    }

    @Test
    void anEnhancedCodeThatIsCutShortIsNone() {
        for (String words : List.of("5.7 x", "5.7", "5.7.", "5.1.1234 x", "4.1.1 x", "x 5.1.1", "5.1.1.1 x", "")) {
            SmtpReply reply = new ServerReply(550, List.of(words)).at(SmtpPhase.RCPT);

            assertThat(reply.enhanced()).isNull();
            assertThat(ReplyClassifier.classify("custom", reply)).isEqualTo(ReplyReason.UNKNOWN);
        }
    }

    @Test
    void aReplyOfManyLinesIsOneTextWithItsCodeOnce() {
        SmtpReply reply = new ServerReply(550, List.of("5.7.26 This mail is", "5.7.26 not signed.", "see help"))
                .at(SmtpPhase.DOT);

        assertThat(reply.enhanced()).isEqualTo("5.7.26");
        assertThat(reply.text()).isEqualTo("This mail is not signed. see help");
    }

    @Test
    void wordsFromOutsideAreMadeFit() {
        String words = ReplyText.clean("a\u0000b\r\nc\u2028d\t e " + "é".repeat(400));

        assertThat(words).startsWith("a b c d e ééé");
        assertThat(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(500);
        assertThat(words).doesNotContain("\uFFFD");
    }
}
