package dev.kurir.inbox.mime;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote, apart from what they quote below it.
 *
 * @param fresh the new text
 * @param quoted the rest; empty where nothing is quoted, or where the answer stands between the quotes
 */
public record QuotedText(String fresh, String quoted) {
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^(on|pada|am|le|el|op|il)\\b.{4,300}(wrote|menulis|schrieb|écrit|escribió|schreef|scritto)\\s*:\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SEPARATOR = Pattern.compile(
            "^[-_ ]{2,}\\s*(original message|pesan asli|forwarded message|pesan yang diteruskan|ursprüngliche nachricht)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("^\\*?(from|dari|von|de)\\s*:\\*?\\s.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENT = Pattern.compile(
            "^\\*?(sent|date|to|dikirim|tanggal|kepada|gesendet|datum|an)\\s*:.*", Pattern.CASE_INSENSITIVE);
    private static final int HEADER_LINES = 4;

    public static QuotedText split(String text) {
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        int at = start(lines);
        String fresh = String.join("\n", lines.subList(0, at)).stripTrailing();
        if (at == lines.size() || fresh.isBlank()) {
            return new QuotedText(String.join("\n", lines).stripTrailing(), "");
        }
        return new QuotedText(
                fresh, String.join("\n", lines.subList(at, lines.size())).stripTrailing());
    }

    private static int start(List<String> lines) {
        int lastOwn = lastOwn(lines);
        for (int at = 0; at < lines.size(); at++) {
            if (isStart(lines, at, lastOwn)) {
                return at;
            }
        }
        return lines.size();
    }

    /** The last line that is no quote: behind it nobody says anything new. */
    private static int lastOwn(List<String> lines) {
        for (int at = lines.size() - 1; at >= 0; at--) {
            String line = lines.get(at).strip();
            if (!line.isEmpty() && !line.startsWith(">")) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isStart(List<String> lines, int at, int lastOwn) {
        String line = lines.get(at).strip();
        if (line.isEmpty()) {
            return false;
        }
        if (line.startsWith(">")) {
            return at > lastOwn;
        }
        return SEPARATOR.matcher(line).matches() || isAttribution(lines, at, line) || isHeader(lines, at, line);
    }

    /** Some programs break the line before "wrote:". */
    private static boolean isAttribution(List<String> lines, int at, String line) {
        if (line.length() > 400) {
            return false;
        }
        String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        return ATTRIBUTION.matcher(line).matches()
                || (next.length() < 200
                        && ATTRIBUTION.matcher(line + " " + next).matches());
    }

    private static boolean isHeader(List<String> lines, int at, String line) {
        return FROM.matcher(line).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + 1 + HEADER_LINES)).stream()
                        .anyMatch(next -> SENT.matcher(next.strip()).matches());
    }
}
