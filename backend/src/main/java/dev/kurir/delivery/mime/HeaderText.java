package dev.kurir.delivery.mime;

/** What the characters of a header allow (RFC 5322 §2.2, §3.2.3). Asked for each message: no regular expressions. */
final class HeaderText {
    private static final String ATOM_SIGNS = "!#$%&'*+/=?^_`{|}~ -";

    private HeaderText() {}

    static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Can be the name of a field. */
    static boolean isName(String name) {
        return !name.isEmpty() && isPrintable(name) && name.indexOf(' ') < 0 && name.indexOf(':') < 0;
    }

    /** Atoms and blanks: a display name that needs no quotes. */
    static boolean isAtoms(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isAtom = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isAtom && ATOM_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Characters of the longest run without a blank. */
    static int longestWord(String value) {
        int longest = 0;
        int start = 0;
        for (int blank = value.indexOf(' '); blank >= 0; blank = value.indexOf(' ', start)) {
            longest = Math.max(longest, blank - start);
            start = blank + 1;
        }
        return Math.max(longest, value.length() - start);
    }
}
