package dev.kurir.delivery.smtp;

import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole reply as it was read (RFC 5321 §4.2).
 *
 * @param lines the text of each line, without code
 */
record ServerReply(int code, List<String> lines) {
    static final int READY_TO_GO = 220;
    static final int AUTHENTICATED = 235;
    static final int AUTH_CONTINUES = 334;
    static final int START_MAIL_INPUT = 354;
    static final int SHUTTING_DOWN = 421;

    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?=\\s|$)");

    boolean isPositive() {
        return code / 100 == 2;
    }

    boolean isTransient() {
        return code / 100 == 4;
    }

    boolean isPermanent() {
        return code / 100 == 5;
    }

    SmtpReply at(SmtpPhase phase) {
        String enhanced = enhanced();
        String words = lines.stream()
                .map(line -> enhanced != null && line.startsWith(enhanced) ? line.substring(enhanced.length()) : line)
                .collect(Collectors.joining(" "));
        return new SmtpReply(phase, code, enhanced, ReplyText.clean(words));
    }

    /** The enhanced status code, where it is whole and of the class of the reply (RFC 2034 §4). */
    private @Nullable String enhanced() {
        Matcher start = ENHANCED.matcher(lines.getFirst());
        boolean whole = start.lookingAt() && start.group(1).charAt(0) - '0' == code / 100;
        return whole ? start.group(1) : null;
    }
}
