package dev.kurir.inbox.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Writes cleaned HTML as a person would type it: lists with their numbers, quotes with {@code >}, links with their
 * address.
 */
final class LetterText implements NodeVisitor {
    /** Deeper quotes and lists stand no further in: a line keeps room for its words. */
    private static final int DEEPEST = 8;

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "table", "hr");
    private static final Set<String> LINES = Set.of("div", "li", "tr");
    private static final Pattern WHITE = Pattern.compile("[ \\t\\n\\r\\f\\u00A0]+");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> margins = new ArrayDeque<>();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private String lastMargin = "";
    private String mark = "";
    private int markAt;
    private int breaks;
    private boolean isVerbatim;

    private LetterText() {}

    static String of(Element body) {
        LetterText writer = new LetterText();
        body.traverse(writer);
        return writer.out.toString().stripTrailing();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            begin(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
    }

    private void begin(Element element) {
        breakAround(element);
        switch (element.normalName()) {
            case "br" -> breaks++;
            case "hr" -> words("---");
            case "pre" -> isVerbatim = true;
            case "ol" -> numbers.push(start(element));
            case "ul" -> numbers.push(Integer.MIN_VALUE);
            case "li" -> item();
            case "blockquote" -> margins.push("> ");
            default -> {}
        }
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "a" -> address(element);
            case "td", "th" -> words(" ");
            case "pre" -> isVerbatim = false;
            case "ol", "ul" -> numbers.pop();
            case "li", "blockquote" -> margins.pop();
            default -> {}
        }
        breakAround(element);
    }

    private void item() {
        Integer number = numbers.peek();
        if (number == null || number == Integer.MIN_VALUE) {
            mark = "- ";
        } else {
            mark = numbers.pop() + ". ";
            numbers.push(number + 1);
        }
        markAt = margin().length();
        margins.push(" ".repeat(mark.length()));
    }

    private void address(Element link) {
        String address = link.attr("href").replaceFirst("(?i)^mailto:", "");
        String shown = link.text().strip();
        if (!address.isEmpty() && !shown.equals(address)) {
            words(shown.isEmpty() ? address : " (" + address + ")");
        }
    }

    private void text(String text) {
        if (!isVerbatim) {
            words(WHITE.matcher(text).replaceAll(" "));
            return;
        }
        String[] lines = text.split("\\R", -1);
        for (int at = 0; at < lines.length; at++) {
            breaks += at == 0 ? 0 : 1;
            words(lines[at]);
        }
    }

    private void words(String words) {
        boolean isFirst = out.isEmpty() || breaks > 0;
        boolean follows = !isFirst && out.charAt(out.length() - 1) == ' ';
        String shown = !isVerbatim && (isFirst || follows) ? words.stripLeading() : words;
        if (shown.isEmpty()) {
            return;
        }
        if (isFirst) {
            line();
        }
        out.append(shown);
    }

    /** Begins a line; the empty ones before it stand as far in as both of their neighbours. */
    private void line() {
        String margin = margin();
        if (!out.isEmpty()) {
            dropBlanks();
            String empty = common(lastMargin, margin).stripTrailing();
            out.append(("\n" + empty).repeat(breaks - 1)).append('\n');
        }
        lastMargin = margin;
        breaks = 0;
        int behind = markAt + mark.length();
        boolean isMarked = !mark.isEmpty() && behind <= margin.length();
        out.append(isMarked ? margin.substring(0, markAt) + mark + margin.substring(behind) : margin);
        mark = "";
    }

    private void dropBlanks() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
    }

    private String margin() {
        StringBuilder margin = new StringBuilder();
        margins.stream().limit(DEEPEST).forEach(one -> margin.insert(0, one));
        return margin.toString();
    }

    private static String common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(0, at);
    }

    private void breakAround(Element element) {
        int wanted = breaksAround(element);
        if (!out.isEmpty() || wanted == 0) {
            breaks = Math.max(breaks, wanted);
        }
    }

    private static int breaksAround(Element element) {
        Element parent = element.parent();
        boolean isInItem = parent != null && parent.normalName().equals("li");
        if (PARAGRAPHS.contains(element.normalName())) {
            return isInItem ? 1 : 2;
        }
        return LINES.contains(element.normalName()) ? 1 : 0;
    }

    private static int start(Element list) {
        String start = list.attr("start");
        return start.isEmpty() ? 1 : Integer.parseInt(start);
    }
}
