package dev.kurir.contact.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between two cells.
 *
 * @param announced the first line says it ({@code sep=;}, as Excel writes it) and is no header
 */
record CsvDialect(char separator, boolean announced) {
    private static final Pattern ANNOUNCEMENT = Pattern.compile("(?i)sep=(.)\\s*");
    private static final String CANDIDATES = ",;\t";

    /** Of the first line: the candidate that stands there most often outside quotes. */
    static CsvDialect of(String firstLine) {
        Matcher announcement = ANNOUNCEMENT.matcher(firstLine);
        if (announcement.matches()) {
            return new CsvDialect(announcement.group(1).charAt(0), true);
        }
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (int i = 0; i < firstLine.length(); i++) {
            char c = firstLine.charAt(i);
            quoted ^= c == '"';
            int candidate = quoted ? -1 : CANDIDATES.indexOf(c);
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        return new CsvDialect(CANDIDATES.charAt(indexOfLargest(counts)), false);
    }

    private static int indexOfLargest(int[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            largest = counts[i] > counts[largest] ? i : largest;
        }
        return largest;
    }
}
