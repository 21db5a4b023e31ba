package dev.kurir.inbox.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds enhanced status codes (RFC 3463 §2) in what servers write. */
final class StatusCode {
    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)");

    private StatusCode() {}

    /** The first one; empty where there is none. */
    static String in(String text) {
        Matcher code = CODE.matcher(text);
        return code.find() ? code.group(1) : "";
    }
}
