package dev.kurir.content;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes the nodes of a page as a person would type them. */
final class TextWriter implements NodeVisitor {
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "section", "article");
    private static final Set<String> LINES = Set.of(
            "div", "li", "tr", "header", "footer", "main", "nav", "address", "dt", "dd", "figure", "form", "center");
    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "noscript", "template", "title", "svg");
    private static final Pattern WHITE = Pattern.compile("[ \\t\\n\\r\\f\\u00A0]+");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none");

    private final StringBuilder out = new StringBuilder();
    private int unseen;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element && isUnseen(element)) {
            unseen++;
        }
        if (unseen > 0) {
            return;
        }
        if (node instanceof TextNode text) {
            words(text.getWholeText());
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (isUnseen(element)) {
            unseen--;
        } else if (unseen == 0) {
            end(element);
        }
    }

    String text() {
        return out.toString().strip();
    }

    private void begin(Element element) {
        switch (element.normalName()) {
            case "br" -> out.append('\n');
            case "hr" -> {
                breaks(2);
                out.append("---");
                breaks(2);
            }
            case "li" -> {
                breaks(1);
                out.append("- ");
            }
            case "img" -> words(element.attr("alt"));
            default -> breaks(breaksAround(element));
        }
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "a" -> link(element);
            case "td", "th" -> words(" ");
            default -> breaks(breaksAround(element));
        }
    }

    private void link(Element element) {
        String address = element.attr("href").strip();
        boolean shown = element.text().strip().equals(address)
                || ("mailto:" + element.text().strip()).equals(address);
        if (!address.isEmpty() && !address.startsWith("#") && !shown) {
            words(element.text().isBlank() ? address : " (" + address + ")");
        }
    }

    private static int breaksAround(Element element) {
        String name = element.normalName();
        if (PARAGRAPHS.contains(name)) {
            return 2;
        }
        return LINES.contains(name) ? 1 : 0;
    }

    private void words(String text) {
        String line = WHITE.matcher(text).replaceAll(" ");
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart ? line.stripLeading() : line);
    }

    /** At least so many line ends stand here, and no blanks before them. */
    private void breaks(int wanted) {
        if (wanted == 0 || out.isEmpty()) {
            return;
        }
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        int have = 0;
        while (have < end && out.charAt(end - 1 - have) == '\n') {
            have++;
        }
        out.append("\n".repeat(Math.max(0, wanted - have)));
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || HIDDEN.matcher(element.attr("style")).find();
    }
}
