package dev.kurir.reliability;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One row of the {@link SmtpFaultTable}: what a mail server does instead of what it should, and what must become of the
 * messages that go there.
 *
 * @param server the row's first column: its name in every message
 * @param acts what it does, by the moment at which it does it; everywhere else it behaves
 * @param states the state of every message; {@code accepted:1 queued} where the first ones end otherwise
 * @param reasons the classes of all attempts that were written
 * @param effect on account, campaign and suppression list
 * @param contents who saw content: {@code none}, {@code each} message once, or so many in all
 */
record SmtpFault(
        String server, Map<Moment, List<Act>> acts, String states, String reasons, String effect, String contents) {
    private static final Set<Moment> SECURE = Set.of(Moment.STARTTLS, Moment.HANDSHAKE);

    /** Where in the conversation something happens. */
    enum Moment {
        CONNECT,
        EHLO,
        STARTTLS,
        /** Behind the 220 to STARTTLS. */
        HANDSHAKE,
        AUTH,
        MAIL,
        /** MAIL behind a message that was taken. */
        NEXT_MAIL,
        RCPT,
        DATA,
        /** The first line of content has arrived. */
        BODY,
        DOT,
        QUIT
    }

    /** One thing that the server does. */
    record Act(Verb verb, String words) {
        static List<Act> parse(String all) {
            return Arrays.stream(all.split(" \\+ ")).map(Act::one).toList();
        }

        private static Act one(String text) {
            String[] parts = text.strip().split(" ", 2);
            return new Act(Verb.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : "");
        }
    }

    /** What a server can do. */
    enum Verb {
        /** A whole line. */
        SAY,
        /** Octets without a line's end. */
        MUTTER,
        /** A whole line, one octet a second. */
        DRIP,
        /** A line of ten million octets that begins so. */
        FLOOD,
        /** So many thousand lines of one reply. */
        CHATTER,
        /** Octets that are no text. */
        GARBAGE,
        /** The connection ends in good order. */
        CLOSE,
        /** The connection is reset. */
        RESET,
        /** Nothing more, for ever. */
        STALL
    }

    static SmtpFault parse(String row) {
        List<String> columns =
                Arrays.stream(row.split("\\|")).map(String::strip).toList();
        Map<Moment, List<Act>> acts = new EnumMap<>(Moment.class);
        for (String each : columns.getFirst().split(";", -1)) {
            String[] parts = each.strip().split(": ?", 2);
            acts.put(Moment.valueOf(parts[0].replace(' ', '_')), Act.parse(parts[1]));
        }
        return new SmtpFault(columns.getFirst(), acts, columns.get(1), columns.get(2), columns.get(3), columns.get(4));
    }

    boolean isSecure() {
        return acts.keySet().stream().anyMatch(SECURE::contains);
    }

    /** How many messages it needs when every other row has so many. */
    int messages(int usual) {
        return states.contains(":") ? Integer.parseInt(states.replaceAll("\\D", "")) + 1 : usual;
    }

    /** State → how many, of so many messages. */
    Map<String, Long> wanted(int messages) {
        Map<String, Long> wanted = new TreeMap<>();
        long left = messages;
        for (String state : states.split(" ", -1)) {
            String[] parts = state.split(":", -1);
            long count = parts.length > 1 ? Long.parseLong(parts[1]) : left;
            left -= count;
            wanted.merge(parts[0], count, Long::sum);
        }
        return wanted;
    }

    /** How often content may have begun, of so many messages. */
    int wantedContents(int messages) {
        return switch (contents) {
            case "none" -> 0;
            case "each" -> messages;
            default -> Integer.parseInt(contents);
        };
    }
}
