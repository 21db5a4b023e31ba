package dev.kurir.contact;

import java.util.HashMap;
import java.util.Map;

/** What a contact gives to a template. */
public final class ContactValues {
    private ContactValues() {}

    /** {@code name}, {@code first_name}, {@code email}, {@code phone}, {@code company} and {@code data.…}. */
    public static Map<String, String> of(ContactDetails details) {
        Map<String, String> values = new HashMap<>();
        details.data().forEach((key, value) -> values.put("data." + key, value));
        values.put("name", details.name());
        values.put("first_name", firstName(details.name()));
        values.put("email", details.email() == null ? "" : details.email().value());
        values.put("phone", details.phone());
        values.put("company", details.company());
        return Map.copyOf(values);
    }

    /** The same word that the view {@code contact_variables} takes. */
    private static String firstName(String name) {
        String stripped = name.strip();
        int end = stripped.indexOf(' ');
        return end < 0 ? stripped : stripped.substring(0, end);
    }
}
