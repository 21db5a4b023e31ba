package dev.kurir.inbox.mime;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What a person of ours has written, as it leaves: words, lists, quotes and links. It has no looks of its own and
 * fetches nothing, so nothing in it tells who reads it.
 *
 * @param html cleaned; empty where no words are left
 * @param text the same in words, for mail programs that show no HTML
 */
public record OutgoingHtml(String html, String text) {
    public static final OutgoingHtml NONE = new OutgoingHtml("", "");

    /** A whole address: what is relative leads nowhere from a mail. */
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:)[^\\s<>\"]{1,2000}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "a",
                    "b",
                    "blockquote",
                    "br",
                    "code",
                    "del",
                    "div",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "hr",
                    "i",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "s",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,4}"))
            .onElements("ol")
            .allowAttributes("dir")
            .matching(Pattern.compile("ltr|rtl|auto"))
            .globally()
            .toFactory();

    /** Cleans it; whatever comes in, a well-formed fragment comes out. */
    public static OutgoingHtml of(String written) {
        if (written.isBlank()) {
            return NONE;
        }
        Document page = Jsoup.parseBodyFragment(POLICY.sanitize(written.replace("\0", "")));
        page.outputSettings().prettyPrint(false);
        String text = LetterText.of(page.body());
        if (text.isEmpty()) {
            return NONE;
        }
        // An empty line of the editor; most mail programs give an empty paragraph no height.
        page.select("p:empty").forEach(line -> line.appendChild(new Element("br")));
        return new OutgoingHtml(page.body().html(), text);
    }
}
