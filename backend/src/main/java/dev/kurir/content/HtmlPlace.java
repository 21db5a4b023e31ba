package dev.kurir.content;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in an HTML document we stand, after what was read so far: a small tokenizer after the HTML standard (§13.2.5),
 * which does not correct anything. It decides how a value has to be escaped here, or that none may stand here.
 */
final class HtmlPlace {
    /** What we are inside of. */
    private enum State {
        TEXT,
        TAG_OPEN,
        TAG_NAME,
        TAG,
        ATTRIBUTE,
        AFTER_ATTRIBUTE,
        BEFORE_VALUE,
        VALUE,
        DECLARATION,
        COMMENT,
        RAW
    }

    private static final Set<String> RAW_ELEMENTS =
            Set.of("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext");
    private static final Set<String> RAW_WITH_TEXT = Set.of("title", "textarea");
    private static final char UNQUOTED = 0;

    private final StringBuilder token = new StringBuilder();
    private State state = State.TEXT;
    private String element = "";
    private String attribute = "";
    private char quote;

    void read(String html) {
        for (int i = 0; i < html.length(); i++) {
            read(html.charAt(i));
        }
    }

    /** A value stands here now; what follows in the same attribute is no longer its beginning. */
    void passSlot() {
        token.append('/');
    }

    /** How to escape a value here; null when none may stand here. */
    @Nullable Escape escape() {
        return switch (state) {
            case TEXT, COMMENT -> Escape.HTML;
            case RAW -> RAW_WITH_TEXT.contains(element) ? Escape.HTML : null;
            case VALUE -> quote == UNQUOTED ? null : AttributeKind.of(attribute).escapeAfter(token.toString());
            case BEFORE_VALUE, TAG_OPEN, TAG_NAME, TAG, ATTRIBUTE, AFTER_ATTRIBUTE, DECLARATION -> null;
        };
    }

    String whyNot() {
        return switch (state) {
            case RAW -> "No value may stand inside <%s>.".formatted(element);
            case VALUE, BEFORE_VALUE ->
                quote == UNQUOTED || state == State.BEFORE_VALUE
                        ? "Put the value of the attribute %s in quotes.".formatted(attribute)
                        : "No value may stand in the attribute %s here.".formatted(attribute);
            default -> "No value may stand inside a tag, only in text and in quoted attributes.";
        };
    }

    private void read(char c) {
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    go(State.TAG_OPEN);
                }
            }
            case TAG_OPEN -> tagOpen(c);
            case TAG_NAME -> tagName(c);
            case TAG -> tag(c);
            case ATTRIBUTE -> attributeName(c);
            case AFTER_ATTRIBUTE -> afterAttribute(c);
            case BEFORE_VALUE -> beforeValue(c);
            case VALUE -> value(c);
            case DECLARATION -> declaration(c);
            case COMMENT -> comment(c);
            case RAW -> raw(c);
        }
    }

    private void tagOpen(char c) {
        if (c == '!' || c == '?') {
            go(State.DECLARATION);
        } else if (c == '/' || Character.isLetter(c)) {
            go(State.TAG_NAME);
            token.append(c);
        } else if (c != '<') {
            go(State.TEXT);
        }
    }

    private void tagName(char c) {
        if (c == '>' || c == '/' || isWhite(c)) {
            element = word();
            go(State.TAG);
            tag(c);
        } else {
            token.append(c);
        }
    }

    private void tag(char c) {
        if (c == '>') {
            go(RAW_ELEMENTS.contains(element) ? State.RAW : State.TEXT);
        } else if (c != '/' && !isWhite(c)) {
            go(State.ATTRIBUTE);
            token.append(c);
        }
    }

    private void attributeName(char c) {
        if (c == '=' || c == '>' || c == '/' || isWhite(c)) {
            attribute = word();
            go(State.AFTER_ATTRIBUTE);
            afterAttribute(c);
        } else {
            token.append(c);
        }
    }

    private void afterAttribute(char c) {
        if (c == '=') {
            go(State.BEFORE_VALUE);
        } else if (!isWhite(c)) {
            go(State.TAG);
            tag(c);
        }
    }

    private void beforeValue(char c) {
        if (c == '>') {
            go(State.TAG);
            tag(c);
        } else if (!isWhite(c)) {
            go(State.VALUE);
            quote = c == '"' || c == '\'' ? c : UNQUOTED;
            if (quote == UNQUOTED) {
                token.append(c);
            }
        }
    }

    private void value(char c) {
        boolean unquotedEnd = quote == UNQUOTED && (c == '>' || isWhite(c));
        if (unquotedEnd || (quote != UNQUOTED && c == quote)) {
            go(State.TAG);
            if (unquotedEnd) {
                tag(c);
            }
        } else {
            token.append(c);
        }
    }

    /** {@code <!doctype>}, or the start of a comment; what Outlook's conditional comments enclose is HTML. */
    private void declaration(char c) {
        token.append(c);
        if (token.toString().equals("--")) {
            go(State.COMMENT);
        } else if (c == '>') {
            go(State.TEXT);
        }
    }

    private void comment(char c) {
        token.append(c);
        boolean conditional = token.length() > 1 && token.charAt(0) == '[' && c == '>';
        boolean empty = c == '>' && (token.length() == 1 || token.toString().equals("->"));
        if (conditional || empty || endsWith("-->") || endsWith("--!>")) {
            go(State.TEXT);
        }
    }

    private void raw(char c) {
        token.append(c);
        String end = "</" + element;
        int from = token.length() - end.length() - 1;
        boolean ends = c == '>' || c == '/' || isWhite(c);
        if (ends && from >= 0 && token.substring(from, from + end.length()).equalsIgnoreCase(end)) {
            element = "/" + element;
            go(State.TAG);
            tag(c);
        }
    }

    private void go(State next) {
        state = next;
        token.setLength(0);
    }

    private String word() {
        return token.toString().toLowerCase(Locale.ROOT);
    }

    private boolean endsWith(String end) {
        return token.length() >= end.length()
                && token.substring(token.length() - end.length()).equals(end);
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
