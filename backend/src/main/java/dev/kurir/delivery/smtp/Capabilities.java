package dev.kurir.delivery.smtp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the server offers in its answer to EHLO (RFC 5321 §4.1.1.1). */
record Capabilities(boolean pipelining, boolean startTls, Set<String> auth) {
    private static final Pattern BLANK = Pattern.compile("[ =]+");

    /** The first line greets; each other one is a keyword with parameters. {@code AUTH=} is an old way to write it. */
    static Capabilities of(ServerReply ehlo) {
        Set<String> keywords = new HashSet<>();
        Set<String> auth = new HashSet<>();
        for (String line : ehlo.lines().subList(1, ehlo.lines().size())) {
            List<String> words = Arrays.asList(BLANK.split(line.toUpperCase(Locale.ROOT)));
            keywords.add(words.getFirst());
            if (words.getFirst().equals("AUTH")) {
                auth.addAll(words.subList(1, words.size()));
            }
        }
        return new Capabilities(keywords.contains("PIPELINING"), keywords.contains("STARTTLS"), Set.copyOf(auth));
    }
}
