package dev.kurir.delivery.smtp;

import static dev.kurir.outbox.ReplyReason.AUTH_BUSY;
import static dev.kurir.outbox.ReplyReason.AUTH_FAILED;
import static dev.kurir.outbox.ReplyReason.CONNECTION;
import static dev.kurir.outbox.ReplyReason.CONTENT;
import static dev.kurir.outbox.ReplyReason.HARD_BOUNCE;
import static dev.kurir.outbox.ReplyReason.MAILBOX_FULL;
import static dev.kurir.outbox.ReplyReason.POLICY;
import static dev.kurir.outbox.ReplyReason.PROTOCOL;
import static dev.kurir.outbox.ReplyReason.QUOTA;
import static dev.kurir.outbox.ReplyReason.SOFT;
import static dev.kurir.outbox.ReplyReason.THROTTLED;

import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What replies mean, in the order in which they are tried: what a provider says about the account first, then enhanced
 * codes (RFC 3463), then basic codes. A rule fits when provider, phase and pattern fit; the pattern is tried on
 * {@code "<code> <enhanced or -> <text>"}.
 */
enum ReplyRule {
    ICLOUD_DAILY("icloud", Phases.ANY, QUOTA, "(5\\d\\d 5\\.7\\.1|45\\d \\S+) .*sending limit.*"),
    SES_RATE("ses", Phases.ANY, THROTTLED, "4\\d\\d .*throttling failure.*(sending rate|rate exceeded).*"),
    SES_THROTTLING("ses", Phases.ANY, QUOTA, "4\\d\\d .*throttling failure.*"),
    MICROSOFT_BASIC_AUTH("microsoft-365|outlook-com", Phases.BEFORE_CONTENT, AUTH_FAILED, "5\\d\\d 5\\.7\\.30 .*"),
    GOOGLE_RELAY_PEAK("google-workspace-relay", Phases.ANY, THROTTLED, "4\\d\\d 4\\.2\\.1 .*relay limit exceeded.*"),

    QUOTA_CODE(".*", Phases.ANY, QUOTA, "\\d+ (5\\.4\\.5|5\\.1\\.90|5\\.2\\.252|5\\.7\\.23[23]) .*"),
    QUOTA_WORDS(
            ".*",
            Phases.ANY,
            QUOTA,
            ".*(submissionquotaexceeded|daily [a-z ]*(limit|quota)[a-z ]* exceeded|exceeded [a-z ]*daily [a-z ]*(limit|quota)"
                    + "|exceeded the max emails per hour|(sending|message|hourly) (limit|quota) [a-z ]*(exceeded|reached)).*"),

    TOO_MANY_CONNECTIONS(".*", Phases.ANY, THROTTLED, "432 .*|4\\d\\d 4\\.3\\.2 .*"),
    SERVER_GAVE_UP_WAITING(".*", Phases.ANY, CONNECTION, "421 4\\.4\\.\\d+ .*"),
    GOING_AWAY(".*", Phases.UNASKED, CONNECTION, "421 .*"),
    CLOSING(".*", Phases.ANY, THROTTLED, "421 .*"),
    NO_TLS_NOW(".*", Phases.TLS, CONNECTION, "4.*"),
    TOKEN_REFUSED(".*", Phases.ANY, AUTH_FAILED, "\\d+ .*invalid_grant.*"),
    LOGIN_LATER(".*", Phases.LOGIN, AUTH_BUSY, "4.*"),
    LOGIN_REFUSED(".*", Phases.LOGIN, AUTH_FAILED, "5.*"),
    NOT_LOGGED_IN(".*", Phases.ANY, AUTH_FAILED, "5(30|34|35|38) .*|5\\d\\d 5\\.7\\.(139|57|8|9) .*"),

    TOO_MANY_LOGINS(".*", Phases.ANY, AUTH_BUSY, "454 4\\.7\\.\\d+ .*(login|log in|authenticat).*"),

    GREYLISTED(".*", Phases.ANY, SOFT, "4.*gr[ea]y-?list.*"),
    TOO_FAST(".*", Phases.ANY, THROTTLED, "4(50|51|54) 4\\.7\\.\\d+ .*|\\d+ 4\\.7\\.28 .*"),

    NO_SUCH_MAILBOX(".*", Phases.RECIPIENT, HARD_BOUNCE, "5\\d\\d (5\\.1\\.(1|2|3|6|10)|5\\.2\\.1) .*"),
    FULL(".*", Phases.RECIPIENT, MAILBOX_FULL, "\\d+ [45]\\.2\\.2 .*"),
    TOO_BIG(".*", Phases.MESSAGE, CONTENT, "5\\d\\d (5\\.2\\.3|5\\.3\\.4|5\\.6\\.\\d+) .*"),
    NOT_WANTED(".*", Phases.MESSAGE, POLICY, "5\\d\\d 5\\.7\\.\\d+ .*"),
    SENDER_NOT_WANTED(".*", Phases.SENDER, POLICY, "5\\d\\d 5\\.1\\.\\d+ .*"),
    NOT_YET(".*", Phases.MESSAGE, SOFT, "4\\d\\d 4\\.([013456]\\.\\d+|2\\.[0134]) .*"),

    NO_SUCH_MAILBOX_WORDS(
            ".*",
            Phases.RECIPIENT,
            HARD_BOUNCE,
            "55[013] .*(user unknown|(unknown|no such|invalid) (user|recipient|mailbox|address|account)|does ?n[o']t exist"
                    + "|(mailbox|user|recipient|account) (not found|unavailable)|no mailbox).*"),
    FULL_WORDS(".*", Phases.RECIPIENT, MAILBOX_FULL, "452 .*|5(52|50) .*(quota|full|over limit|storage allocation).*"),
    TOO_BIG_WORDS(".*", Phases.MESSAGE, CONTENT, "55[24] .*(size|too (large|big)).*|552 - .*|55[0-4] .*smtputf8.*"),
    NOT_WANTED_WORDS(".*", Phases.MESSAGE, POLICY, "55[0-4] .*(spam|block|blacklist|denied|policy|reputation).*"),
    NOT_UNDERSTOOD(".*", Phases.MESSAGE, PROTOCOL, "(50[0-4]|555) .*"),
    SENDER_REFUSED(".*", Phases.SENDER, POLICY, "5\\d\\d .*");

    private final Pattern providers;
    private final Set<SmtpPhase> phases;
    private final ReplyReason reason;
    private final Pattern pattern;

    ReplyRule(String providers, Set<SmtpPhase> phases, ReplyReason reason, String pattern) {
        this.providers = Pattern.compile(providers);
        this.phases = phases;
        this.reason = reason;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    boolean fits(String provider, SmtpReply reply) {
        return phases.contains(reply.phase())
                && providers.matcher(provider).matches()
                && pattern.matcher(words(reply)).matches();
    }

    ReplyReason reason() {
        return reason;
    }

    private static String words(SmtpReply reply) {
        String enhanced = reply.enhanced() == null ? "-" : reply.enhanced();
        return reply.code() + " " + enhanced + " " + reply.text();
    }

    /** Where in the conversation a reply stands. What is said to MAIL is about the sender, never about a recipient. */
    private static final class Phases {
        static final Set<SmtpPhase> ANY = Set.of(SmtpPhase.values());
        static final Set<SmtpPhase> UNASKED = Set.of(SmtpPhase.NONE);
        static final Set<SmtpPhase> TLS = Set.of(SmtpPhase.TLS);
        static final Set<SmtpPhase> LOGIN = Set.of(SmtpPhase.LOGIN);
        static final Set<SmtpPhase> BEFORE_CONTENT = Set.of(SmtpPhase.LOGIN, SmtpPhase.MAIL, SmtpPhase.RCPT);
        static final Set<SmtpPhase> SENDER = Set.of(SmtpPhase.MAIL);
        static final Set<SmtpPhase> RECIPIENT =
                Set.of(SmtpPhase.RCPT, SmtpPhase.DATA, SmtpPhase.CONTENT, SmtpPhase.DOT);
        static final Set<SmtpPhase> MESSAGE =
                Set.of(SmtpPhase.MAIL, SmtpPhase.RCPT, SmtpPhase.DATA, SmtpPhase.CONTENT, SmtpPhase.DOT);
    }
}
