package dev.kurir.content;

/** How a value is made harmless for the place where it stands. */
public enum Escape {
    NONE {
        @Override
        String apply(String value) {
            return value;
        }
    },
    /** Text of an element, or a quoted attribute. */
    HTML {
        @Override
        String apply(String value) {
            return HtmlEscape.escape(value);
        }
    },
    /** A whole address in href, src and the like: only schemes that run nothing. */
    URL {
        @Override
        String apply(String value) {
            return HtmlEscape.escape(UrlEscape.whole(value));
        }
    },
    /** A part of an address whose beginning the author wrote. */
    URL_PART {
        @Override
        String apply(String value) {
            return UrlEscape.part(value, "");
        }
    },
    /** A part of a mailto address: the at sign has to stay (RFC 6068 §2). */
    MAILTO_PART {
        @Override
        String apply(String value) {
            return UrlEscape.part(value, "@");
        }
    };

    abstract String apply(String value);
}
