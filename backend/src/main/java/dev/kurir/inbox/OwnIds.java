package dev.kurir.inbox;

import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.MessageId;
import dev.kurir.platform.ids.PublicIds;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Recognises the identifiers of our own mails. They are keyed: nobody who has not seen one can make one up, so a
 * reference to it is an answer to it.
 */
@Component
class OwnIds {
    private static final Pattern LOCAL = Pattern.compile(
            "([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})");
    private static final Pattern PLUS = Pattern.compile("[^+@]+\\+([0-9a-fA-F]{32})@.+");

    private final PublicIds ids;

    OwnIds(PublicIds ids) {
        this.ids = ids;
    }

    /** The identifier that a mail bears which is made of one entry, or of one message. */
    String messageIdOf(Id id, String domain) {
        return ids.encode(id).toString().replace("-", "") + "@" + domain;
    }

    /** Our message with this Message-ID, or with this value of X-Kurir-ID. */
    Optional<MessageId> message(String id) {
        return decode(MessageId.class, local(id));
    }

    /** The entry of a conversation that was sent with this Message-ID. */
    Optional<EntryId> entry(String id) {
        return decode(EntryId.class, local(id));
    }

    /** Our message that an answer to this address is about. */
    Optional<MessageId> messageOfAddress(String address) {
        Matcher plus = PLUS.matcher(address);
        return plus.matches() ? decode(MessageId.class, plus.group(1)) : Optional.empty();
    }

    private static String local(String id) {
        int at = id.indexOf('@');
        return (at < 0 ? id : id.substring(0, at)).strip();
    }

    private <T extends Id> Optional<T> decode(Class<T> type, String text) {
        Matcher parts = LOCAL.matcher(text);
        return parts.matches()
                ? ids.decode(type, UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }
}
