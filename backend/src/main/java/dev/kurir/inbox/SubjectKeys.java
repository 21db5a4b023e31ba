package dev.kurir.inbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a subject is about: without the prefixes that answering and forwarding add. */
public final class SubjectKeys {
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(re|fwd?|aw|wg|sv|vs|bls|balas|trs|terusan)(\\[\\d{1,3}]|\\(\\d{1,3}\\))?\\s*:\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_PREFIXES = 20;
    private static final int LONGEST = 500;

    private SubjectKeys() {}

    public static String of(String subject) {
        return bare(subject).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Whether it is about none of these; what a mail program or a filter adds to one of them is nothing new. */
    static boolean isNew(String subject, List<String> known) {
        String key = of(subject);
        List<String> keys = known.stream()
                .map(SubjectKeys::of)
                .filter(one -> !one.isEmpty())
                .toList();
        return !key.isEmpty()
                && !keys.isEmpty()
                && keys.stream().noneMatch(one -> one.contains(key) || key.contains(one));
    }

    /** As it was before anybody answered. */
    static String bare(String subject) {
        String rest = subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
        for (int prefixes = 0; prefixes < MOST_PREFIXES; prefixes++) {
            String shorter = PREFIX.matcher(rest).replaceFirst("");
            if (shorter.equals(rest)) {
                break;
            }
            rest = shorter;
        }
        return rest.strip();
    }
}
