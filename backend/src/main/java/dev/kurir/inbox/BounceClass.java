package dev.kurir.inbox;

import dev.kurir.inbox.mime.DeliveryReport;
import java.util.Set;
import java.util.regex.Pattern;

/** What a bounce says of its recipient (RFC 3463); the same classes as of replies in a session. */
enum BounceClass {
    /** There is no such mailbox: it is not mailed again. */
    HARD,
    /** No room, too much for now, a fault on the way. */
    SOFT,
    /** Refused for what it is, or because the account sends too much: the recipient can do nothing for it. */
    POLICY;

    private static final Set<String> NO_MAILBOX =
            Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4");
    private static final Pattern NO_USER = Pattern.compile(
            "(?i)(user|recipient|mailbox|account|address)[^.]{0,40}(unknown|not found|does not exist|doesn't exist|no longer|invalid|disabled|"
                    + "unavailable|rejected: no such)|no such (user|recipient|mailbox)|unknown (user|recipient)|tidak ditemukan");
    private static final Pattern QUOTA_OF_OURS =
            Pattern.compile("(?i)max emails per hour|message discarded|sending limit");

    static BounceClass of(DeliveryReport.Recipient recipient) {
        String status = recipient.status();
        String words = recipient.diagnostic();
        if (QUOTA_OF_OURS.matcher(words).find() || status.startsWith("5.7.")) {
            return POLICY;
        }
        if (NO_MAILBOX.contains(status)) {
            return HARD;
        }
        boolean isVague = status.isEmpty() || status.equals("5.0.0") || status.equals("5.4.1");
        return isVague && NO_USER.matcher(words).find() ? HARD : SOFT;
    }
}
