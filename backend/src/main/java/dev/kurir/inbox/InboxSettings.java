package dev.kurir.inbox;

import dev.kurir.kernel.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * What happens to conversations by itself.
 *
 * @param doneAfterHours hours without an answer to what we said last, after which it is done; null: never
 * @param archiveAfterHours hours after which it is archived when it is done; null: never
 * @param handsOut what has no team is handed to agents who are online
 */
public record InboxSettings(
        @Nullable Integer doneAfterHours, @Nullable Integer archiveAfterHours, boolean handsOut) {
    public static final InboxSettings NOTHING = new InboxSettings(null, null, false);
    private static final int YEAR = 8_760;

    /** Refuses {@code hours_invalid} with the field. */
    public InboxSettings checked() {
        check("/doneAfterHours", doneAfterHours);
        check("/archiveAfterHours", archiveAfterHours);
        return this;
    }

    private static void check(String pointer, @Nullable Integer hours) {
        if (hours != null && (hours < 1 || hours > YEAR)) {
            throw DomainException.invalid(pointer, "hours_invalid", "Between 1 hour and 8760, a year.");
        }
    }
}
