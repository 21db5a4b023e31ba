package dev.kurir.inbox.persistence;

import java.util.regex.Pattern;

/** JSON as the database takes it. */
final class JsonText {
    /** An escape, not the letters of one: an even number of backslashes stands before it. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private JsonText() {}

    /** No text of the database holds U+0000. */
    static String withoutNul(String json) {
        return json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1") : json;
    }
}
