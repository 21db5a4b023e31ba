package dev.kurir.outbox;

import java.util.LinkedHashMap;
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

        public Decoration and(Decoration other) {
            return new Decoration(both(values, other.values), both(headers, other.headers));
        }

        private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
            Map<String, String> both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both;
        }
    }
}
