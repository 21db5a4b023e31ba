package dev.kurir.platform.ids;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a UUID strictly: {@link UUID#fromString} takes short groups, so two texts would be the same id. */
final class IdText {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private IdText() {}

    static Optional<UUID> uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
