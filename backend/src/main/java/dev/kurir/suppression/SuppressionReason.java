package dev.kurir.suppression;

import java.util.Locale;

/** Why an address is not mailed, the weakest reason first: a stronger one takes the place of a weaker. */
public enum SuppressionReason {
    MANUAL,
    HARD_BOUNCE,
    UNSUBSCRIBED,
    COMPLAINT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SuppressionReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
