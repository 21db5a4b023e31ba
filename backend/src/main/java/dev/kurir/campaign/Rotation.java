package dev.kurir.campaign;

import java.util.Locale;

/** How the messages of a campaign are shared out among its accounts; decided when they are made. */
public enum Rotation {
    EVEN,
    WEIGHT,
    /** Who has accepted mail of one of them gets it from the same one again; the others by weight. */
    STICKY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Rotation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
