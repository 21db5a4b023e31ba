package dev.kurir.suppression;

import dev.kurir.kernel.MessageId;
import dev.kurir.platform.links.SignedLinks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The other way to say no (RFC 2369 §3.2): a mail whose subject bears a token that nobody can make up. For mail
 * programs that send one instead of opening a page.
 */
@Component
public class UnsubscribeMail {
    /** How the subject begins; the token stands behind. */
    public static final String SUBJECT = "unsubscribe ";

    private static final String PURPOSE = "unsubscribe-mail";
    private static final int NUMBERS = 1;

    private final SignedLinks links;

    UnsubscribeMail(SignedLinks links) {
        this.links = links;
    }

    /** Where mail programs write to: {@code mailto:…?subject=unsubscribe%20…}. */
    public String address(String account, MessageId message) {
        String subject = SUBJECT + links.sign(PURPOSE, message.value());
        return "mailto:" + account + "?subject="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The message that a subject says no to; empty where its token is none of ours. */
    public Optional<MessageId> messageOf(String subject) {
        if (!subject.toLowerCase(Locale.ROOT).startsWith(SUBJECT)) {
            return Optional.empty();
        }
        String token = subject.substring(SUBJECT.length()).strip();
        return links.verify(PURPOSE, token)
                .filter(numbers -> numbers.length == NUMBERS)
                .map(numbers -> new MessageId(numbers[0]));
    }
}
