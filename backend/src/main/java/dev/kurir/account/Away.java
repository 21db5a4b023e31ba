package dev.kurir.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account answers by itself while nobody is there.
 *
 * @param until null: until somebody switches it off
 */
public record Away(String text, @Nullable Instant until) {
    public boolean isAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
