package dev.kurir.inbox.mime;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTML of a mail harmless: what is not on the list is dropped (OWASP), then links say where they lead,
 * pictures wait to be asked for, and what is quoted folds away. A page that scripts in would change never runs any.
 */
public final class HtmlCleaner {
    private static final int MOST = 1 << 20;
    private static final int MOST_IMAGES = 100;
    private static final Pattern LOOKS_LIKE_ADDRESS =
            Pattern.compile("(?i)\\s*(https?://)?([a-z0-9-]+\\.)+[a-z]{2,}(/\\S*)?\\s*");

    private static final Pattern DOT = Pattern.compile("[01](px)?");

    private HtmlCleaner() {}

    public static CleanHtml clean(String html) {
        if (html.isBlank()) {
            return CleanHtml.NONE;
        }
        Document page = Jsoup.parseBodyFragment(sanitize(html));
        page.outputSettings().prettyPrint(false);
        page.select("a[href]").forEach(HtmlCleaner::showTarget);
        List<String> remote = new ArrayList<>();
        page.select("img").forEach(image -> hold(image, remote));
        foldQuote(page.body());
        return new CleanHtml(page.body().html(), remote);
    }

    /**
     * As it can stand quoted below an answer: harmless, and otherwise as it came. Its own pictures are not in the
     * answer, and what nobody can see is there to be fetched only.
     */
    public static String quotable(String html) {
        Document page = Jsoup.parseBodyFragment(sanitize(html));
        page.outputSettings().prettyPrint(false);
        page.select("img").forEach(HtmlCleaner::dropIfUnseen);
        return page.body().html();
    }

    private static void dropIfUnseen(Element image) {
        String source = image.attr("src");
        boolean isShown = source.regionMatches(true, 0, "http", 0, 4) || source.regionMatches(true, 0, "data:", 0, 5);
        if (!isShown || isDot(image, "width") || isDot(image, "height")) {
            image.replaceWith(new TextNode(image.attr("alt")));
        }
    }

    private static boolean isDot(Element image, String side) {
        return DOT.matcher(image.attr(side)).matches()
                || image.attr("style").matches("(?s).*\\b" + side + ":\\s*[01](px)?\\s*(;.*|$)");
    }

    private static String sanitize(String html) {
        return HtmlPolicy.POLICY.sanitize(html.length() <= MOST ? html : html.substring(0, MOST));
    }

    /** Opened apart; a text that looks like another address than the real one is followed by the real one. */
    private static void showTarget(Element link) {
        String href = link.attr("href");
        link.attr("target", "_blank")
                .attr("rel", "noopener noreferrer nofollow")
                .attr("title", href);
        String shown = link.text();
        String real = host(href);
        if (real != null && LOOKS_LIKE_ADDRESS.matcher(shown).matches()) {
            String claimed = host(shown.strip().matches("(?i)https?://.*") ? shown.strip() : "http://" + shown.strip());
            if (!real.equals(claimed)) {
                link.after(new Element("b").text(" [" + real + "]"));
            }
        }
    }

    private static @Nullable String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static void hold(Element image, List<String> remote) {
        String source = image.attr("src");
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            return;
        }
        image.removeAttr("src");
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            image.attr("data-cid", source.substring(4));
        } else if (source.regionMatches(true, 0, "http", 0, 4) && remote.size() < MOST_IMAGES) {
            image.attr("data-remote", Integer.toString(remote.size()));
            remote.add(source);
        }
    }

    /**
     * The first thing that a mail program marked as quoted, and all behind it, goes into a fold; no script is needed.
     */
    private static void foldQuote(Element body) {
        Element quote = body.selectFirst(
                "div[class], blockquote[class], div[id=divRplyFwdMsg], div[id=appendonsend], blockquote[type=cite]");
        if (quote == null || !hasTextBefore(body, quote)) {
            return;
        }
        Element fold = new Element("details");
        fold.appendChild(new Element("summary").text("…"));
        quote.before(fold);
        for (Node next = fold.nextSibling(); next != null; next = fold.nextSibling()) {
            fold.appendChild(next);
        }
    }

    private static boolean hasTextBefore(Element body, Element quote) {
        String all = body.text();
        String quoted = quote.text();
        int at = quoted.isEmpty() ? -1 : all.indexOf(quoted.substring(0, Math.min(60, quoted.length())));
        return at > 0 && !all.substring(0, at).isBlank();
    }
}
