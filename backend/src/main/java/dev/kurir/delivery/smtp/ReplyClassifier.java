package dev.kurir.delivery.smtp;

import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.Arrays;

/** What a refusal means: the first rule that fits, see {@link ReplyRule}. */
final class ReplyClassifier {
    private ReplyClassifier() {}

    /** The class of a 4xx or 5xx reply of this provider's server. */
    static ReplyReason classify(String provider, SmtpReply reply) {
        return Arrays.stream(ReplyRule.values())
                .filter(rule -> rule.fits(provider, reply))
                .findFirst()
                .map(ReplyRule::reason)
                .orElseGet(() -> unknown(reply));
    }

    private static ReplyReason unknown(SmtpReply reply) {
        if (reply.phase().compareTo(SmtpPhase.MAIL) < 0) {
            return ReplyReason.CONNECTION;
        }
        return switch (reply.code() / 100) {
            case 4 -> ReplyReason.SOFT;
            case 5 -> ReplyReason.UNKNOWN;
            default -> ReplyReason.PROTOCOL;
        };
    }

    /** For the servers of one provider. */
    record Of(String provider) {
        ReplyReason reason(SmtpReply reply) {
            return classify(provider, reply);
        }

        Cause cause(SmtpReply reply) {
            return new Cause(reply, reason(reply));
        }
    }
}
