package dev.kurir.outbox;

import java.util.Map;

/**
 * Adds what a message of a campaign must carry: the unsubscribe link and its headers. Owned by the outbox, implemented
 * by tracking.
 */
public interface MessageDecorator {
    Decoration decorate(DraftContent.Kind kind, MessageInputs inputs);

    /**
     * @param values further variables, such as {@code unsubscribe_url}
     * @param headers further header fields, ready values
     */
    record Decoration(Map<String, String> values, Map<String, String> headers) {
        public static final Decoration NONE = new Decoration(Map.of(), Map.of());
    }
}
