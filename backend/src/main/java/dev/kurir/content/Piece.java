package dev.kurir.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a template: text as written, or a place for a value. */
public sealed interface Piece {
    /** What stands here for one recipient, escaped for the place. */
    String render(Map<String, String> values);

    /** Text as the author wrote it. */
    record Literal(String text) implements Piece {
        @Override
        public String render(Map<String, String> values) {
            return text;
        }
    }

    /**
     * A place for a value.
     *
     * @param fallback stands in for a missing or blank value, plain text; null when none was written
     */
    record Slot(String variable, @Nullable String fallback, Escape escape) implements Piece {
        boolean isFilled(Map<String, String> values) {
            return fallback != null || !Variables.lookUp(variable, values).isBlank();
        }

        @Override
        public String render(Map<String, String> values) {
            String value = Variables.lookUp(variable, values);
            return escape.apply(value.isBlank() && fallback != null ? fallback : value);
        }
    }
}
