package dev.kurir.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the mailbox of an account is used beside reading it.
 *
 * @param sentFolder null: found by what the server says of its folders, else by their names
 * @param markRead what was read here is marked as read on the server
 * @param away null: nothing is answered by itself
 */
public record ReadingSettings(
        SentCopies sentCopies,
        @Nullable String sentFolder,
        boolean markRead,
        @Nullable Away away) {
    public static final ReadingSettings DEFAULT = new ReadingSettings(SentCopies.AUTOMATIC, null, false, null);

    /** They put into the Sent folder by themselves whatever was handed over by SMTP, so their documents say. */
    private static final Set<String> KEEP_COPIES =
            Set.of("gmail", "google-workspace", "outlook-com", "microsoft-365", "yahoo", "yandex");

    /** Providers of whom that is not known may file a message some time after they took it. */
    public Duration patience() {
        return sentCopies == SentCopies.AUTOMATIC ? Duration.ofSeconds(45) : Duration.ZERO;
    }

    public boolean wantsCopies(String provider) {
        return switch (sentCopies) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTOMATIC -> !KEEP_COPIES.contains(provider);
        };
    }

    /** Whether answers are put into the Sent folder. */
    public enum SentCopies {
        /** Where the provider does not do it by itself. */
        AUTOMATIC,
        ALWAYS,
        NEVER;

        public static SentCopies of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
