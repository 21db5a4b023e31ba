package dev.kurir.content;

import java.util.ArrayList;
import java.util.List;

/** Cuts a source into pieces; in HTML it also knows where in the document each slot stands. */
final class TemplateParser {
    private final String source;
    private final Format format;
    private final HtmlPlace place = new HtmlPlace();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<TemplateProblem> problems = new ArrayList<>();

    TemplateParser(String source, Format format) {
        this.source = source;
        this.format = format;
    }

    Template parse() {
        int from = 0;
        while (from < source.length()) {
            int open = source.indexOf(Tags.OPEN, from);
            literal(from, open < 0 ? source.length() : open);
            from = open < 0 ? source.length() : tag(open);
        }
        return new Template(format, pieces, problems);
    }

    private void literal(int from, int to) {
        if (from == to) {
            return;
        }
        String text = source.substring(from, to);
        pieces.add(new Piece.Literal(text));
        if (format == Format.HTML) {
            place.read(text);
        }
    }

    /** Reads the tag that opens here; returns where the text goes on. */
    private int tag(int open) {
        int inside = open + Tags.OPEN.length();
        int close = source.indexOf(Tags.CLOSE, inside);
        int nextOpen = source.indexOf(Tags.OPEN, inside);
        if (close < 0 || (nextOpen >= 0 && nextOpen < close)) {
            problem("unclosed_tag", open, "This tag is not closed with }}.");
            return inside;
        }
        Tags.Tag tag = Tags.read(source.substring(inside, close), format);
        if (tag == null || source.substring(inside, close).contains("\n")) {
            problem("bad_tag", open, "A tag is written {{name}} or {{name|fallback}}.");
        } else {
            slot(tag, open);
        }
        return close + Tags.CLOSE.length();
    }

    private void slot(Tags.Tag tag, int open) {
        Escape escape = format == Format.HTML ? place.escape() : Escape.NONE;
        if (escape == null) {
            problem("forbidden_place", open, place.whyNot());
            return;
        }
        pieces.add(new Piece.Slot(tag.name(), tag.fallback(), escape));
        place.passSlot();
    }

    private void problem(String code, int at, String detail) {
        String before = source.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        problems.add(new TemplateProblem(code, line, at - before.lastIndexOf('\n'), detail));
    }
}
