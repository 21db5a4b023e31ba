package dev.kurir.content;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names a template may use: fields of the contact, {@code data.column}, the account, and the links we make. */
public final class Variables {
    public static final String UNSUBSCRIBE_URL = "unsubscribe_url";
    public static final String PREFERENCES_URL = "preferences_url";
    public static final String FIRST_NAME = "first_name";

    private static final Set<String> FIXED = Set.of(
            "name",
            "email",
            "phone",
            "company",
            FIRST_NAME,
            "account.name",
            "account.email",
            UNSUBSCRIBE_URL,
            PREFERENCES_URL);
    private static final String DATA = "data.";
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private Variables() {}

    /** Whether there is such a variable; of a column only that it is written like one. */
    public static boolean isKnown(String name) {
        return FIXED.contains(name) || name.startsWith(DATA);
    }

    /** The value, or nothing; the first name is the first word of the name where nobody gave it. */
    static String lookUp(String name, Map<String, String> values) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank() && name.equals(FIRST_NAME)) {
            return WHITE.splitAsStream(values.getOrDefault("name", "").strip())
                    .findFirst()
                    .orElse("");
        }
        return value;
    }
}
