package dev.kurir.content;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of an attribute is to a mail program. */
enum AttributeKind {
    PLAIN,
    ADDRESS,
    /** Script, style, or a document of its own: no value may stand in it. */
    CODE;

    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "action",
            "formaction",
            "background",
            "cite",
            "codebase",
            "data",
            "longdesc",
            "manifest",
            "ping",
            "poster",
            "xlink:href");
    private static final Set<String> CODES = Set.of("style", "srcdoc", "srcset", "imagesrcset");
    private static final Pattern RUNS_SOMETHING = Pattern.compile("(javascript|vbscript|data|livescript|mocha):.*");
    private static final Pattern AFTER_SCHEME = Pattern.compile("[/?#]");
    private static final Pattern IGNORED_IN_SCHEMES = Pattern.compile("[\\p{Cntrl}\\s]");

    static AttributeKind of(String name) {
        if (CODES.contains(name) || name.startsWith("on")) {
            return CODE;
        }
        return ADDRESSES.contains(name) ? ADDRESS : PLAIN;
    }

    /** How to escape a value that stands after this beginning of the attribute; null when none may stand there. */
    @Nullable Escape escapeAfter(String beginning) {
        return switch (this) {
            case PLAIN -> Escape.HTML;
            case CODE -> null;
            case ADDRESS ->
                addressEscape(
                        IGNORED_IN_SCHEMES.matcher(beginning).replaceAll("").toLowerCase(Locale.ROOT));
        };
    }

    private static @Nullable Escape addressEscape(String beginning) {
        if (beginning.isEmpty()) {
            return Escape.URL;
        }
        String mayBeScheme = AFTER_SCHEME.split(beginning, 2)[0];
        // An ampersand may hide a scheme: java&#115;cript:
        if (RUNS_SOMETHING.matcher(mayBeScheme).matches() || mayBeScheme.contains("&")) {
            return null;
        }
        return mayBeScheme.startsWith("mailto:") ? Escape.MAILTO_PART : Escape.URL_PART;
    }
}
