package dev.kurir.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What becomes of mail to an address of the sandbox, told by its local part: the word alone, or the word followed by a
 * number or by anything behind a sign ({@code slow}, {@code slow7}, {@code slow+ann}). Other people's domains are taken
 * in like everybody else: nothing leaves the machine.
 */
enum Behaviour {
    /** No such mailbox, said at once: 550. */
    BOUNCE("bounce"),
    /** Greylisted at the first try, then taken. */
    BUSY("busy", "soft"),
    /** Greylisted twice, then taken after some seconds. */
    SLOW("slow"),
    /** No room, at every try: 452. */
    FULL("full"),
    /** The connection is cut when the whole mail is there: nobody can know whether it was taken. */
    DROP("drop"),
    /** Taken, and answered. */
    REPLY("reply"),
    /** Taken, and a program answers that nobody is there. */
    AWAY("ooo", "away"),
    /** Taken, and returned a moment later: such a mailbox does not exist any more. */
    GONE("gone"),
    /** Taken, and called spam. */
    COMPLAIN("complain", "spam"),
    /** Taken. */
    ACCEPT;

    private static final String DOMAIN = "@" + MailWorld.HOST;

    private final List<String> words;
    private final Pattern pattern;

    Behaviour(String... words) {
        this.words = List.of(words);
        this.pattern = Pattern.compile("(" + String.join("|", words) + ")(\\d.*|[^a-z0-9].*)?");
    }

    static Behaviour of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(DOMAIN)) {
            return ACCEPT;
        }
        String local = lower.substring(0, lower.length() - DOMAIN.length());
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.fits(local))
                .findFirst()
                .orElse(ACCEPT);
    }

    /** Something comes back by mail. */
    boolean answers() {
        return this == REPLY || this == AWAY || this == GONE || this == COMPLAIN;
    }

    private boolean fits(String local) {
        return !words.isEmpty() && pattern.matcher(local).matches();
    }
}
