package dev.kurir.content;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The text part that nobody wrote, made from the HTML; variables stay variables. */
public final class PlainText {
    /** Private use characters: they stand for a tag while the HTML is read. */
    private static final char TAG_START = '\uE000';

    private static final char TAG_END = '\uE001';

    private PlainText() {}

    public static String fromHtml(String html) {
        List<String> tags = new ArrayList<>();
        Document document = Jsoup.parse(hideTags(html, tags));
        TextWriter writer = new TextWriter();
        document.body().traverse(writer);
        return showTags(writer.text(), tags);
    }

    private static String hideTags(String html, List<String> tags) {
        return Tags.in(html).replaceAll(match -> {
            tags.add(Parser.unescapeEntities(match.group(), false));
            return TAG_START + Integer.toString(tags.size() - 1) + TAG_END;
        });
    }

    private static String showTags(String text, List<String> tags) {
        StringBuilder out = new StringBuilder(text);
        for (int i = tags.size() - 1; i >= 0; i--) {
            String hidden = TAG_START + Integer.toString(i) + TAG_END;
            for (int at = out.indexOf(hidden); at >= 0; at = out.indexOf(hidden, at)) {
                out.replace(at, at + hidden.length(), tags.get(i));
                at += tags.get(i).length();
            }
        }
        return out.toString();
    }
}
