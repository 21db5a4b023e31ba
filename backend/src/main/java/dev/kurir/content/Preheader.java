package dev.kurir.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that mail programs show beside the subject: first in the page, and hidden there. */
public final class Preheader {
    private static final Pattern BODY_STARTS =
            Pattern.compile("<body(\\s[^>]*)?>|</head\\s*>|<html(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">";

    private Preheader() {}

    /** The page with the line in it; variables in the line stay variables. */
    public static String into(String html, String preheader) {
        if (preheader.isBlank()) {
            return html;
        }
        int at = start(html);
        return html.substring(0, at) + HIDDEN + HtmlEscape.escape(preheader) + "</div>" + html.substring(at);
    }

    private static int start(String html) {
        Matcher starts = BODY_STARTS.matcher(html);
        int best = 0;
        while (starts.find()) {
            best = starts.end();
            if (html.regionMatches(true, starts.start(), "<body", 0, 5)) {
                break;
            }
        }
        return best;
    }
}
