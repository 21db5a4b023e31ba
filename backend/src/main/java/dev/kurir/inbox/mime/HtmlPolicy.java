package dev.kurir.inbox.mime;

import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What a mail may use to look as it was meant: no scripts, no forms, nothing that moves out of its frame. */
final class HtmlPolicy {
    /** Classes and ids by which mail programs mark what they quote; everything else has none. */
    static final Pattern QUOTE_CLASS = Pattern.compile(
            "(gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra)");

    static final Pattern QUOTE_ID =
            Pattern.compile("(divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}%?|\\d{1,3}\\.\\d{1,3}%?");
    private static final Pattern COLOR = Pattern.compile("#?[A-Za-z0-9]{1,30}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z-]{1,20}");
    private static final Pattern DATA_IMAGE =
            Pattern.compile("(?i)data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*+");
    private static final Pattern NO_DATA = Pattern.compile("(?i)(?!data:).*+", Pattern.DOTALL);

    private static final CssSchema STYLES = CssSchema.withProperties(Set.of(
            "background-color",
            "border",
            "border-bottom",
            "border-bottom-color",
            "border-bottom-style",
            "border-bottom-width",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "direction",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-height",
            "max-width",
            "min-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-transform",
            "vertical-align",
            "white-space",
            "width",
            "word-break"));

    static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "a",
                    "abbr",
                    "b",
                    "bdi",
                    "bdo",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "font",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "tt",
                    "u",
                    "ul",
                    "var")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching(NO_DATA)
            .onElements("a")
            .allowAttributes("src")
            .matching(value -> value.regionMatches(true, 0, "data:", 0, 5)
                    ? DATA_IMAGE.matcher(value).matches()
                    : true)
            .onElements("img")
            .allowAttributes("alt", "title")
            .globally()
            .allowAttributes("dir", "align", "valign")
            .matching(WORD)
            .globally()
            .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "hspace", "vspace")
            .matching(LENGTH)
            .globally()
            .allowAttributes("bgcolor", "color")
            .matching(COLOR)
            .globally()
            .allowAttributes("face", "size")
            .matching(Pattern.compile("[\\w ,+-]{1,100}"))
            .onElements("font")
            .allowAttributes("colspan", "rowspan", "start")
            .matching(Pattern.compile("\\d{1,3}"))
            .globally()
            .allowAttributes("type")
            .matching(Pattern.compile("cite|[1aAiI]|disc|circle|square"))
            .onElements("blockquote", "ol", "ul", "li")
            .allowAttributes("class")
            .matching(QUOTE_CLASS)
            .onElements("div", "blockquote")
            .allowAttributes("id")
            .matching(QUOTE_ID)
            .onElements("div")
            .allowStyling(STYLES)
            .allowWithoutAttributes("a", "span", "font", "img")
            .toFactory();

    private HtmlPolicy() {}
}
