package dev.kurir.contact;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be taken as a contact. Every value may end in a header of a mail, so none holds a line break or another
 * control character.
 */
public final class ContactRules {
    public static final int MOST_DATA = 200;
    private static final int MOST_NAME = 200;
    private static final int MOST_PHONE = 50;
    private static final int MOST_COMPANY = 200;
    private static final int MOST_KEY = 60;
    private static final int MOST_VALUE = 2000;
    /** As it can stand in a template behind {@code data.}. */
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_ .-]*[\\p{L}\\p{N}_])?");

    private ContactRules() {}

    /** What is wrong with one field. */
    public record Fault(String pointer, String code, String sentence) {}

    static void check(ContactDetails details) {
        faultOf(details).ifPresent(fault -> {
            throw DomainException.invalid(fault.pointer(), fault.code(), fault.sentence());
        });
    }

    /** The first fault, if there is one. */
    public static Optional<Fault> faultOf(ContactDetails details) {
        return text("/name", details.name(), MOST_NAME)
                .or(() -> text("/phone", details.phone(), MOST_PHONE))
                .or(() -> text("/company", details.company(), MOST_COMPANY))
                .or(() -> data(details.data()));
    }

    private static Optional<Fault> data(Map<String, String> data) {
        if (data.size() > MOST_DATA) {
            return Optional.of(new Fault("/data", "too_many", "At most " + MOST_DATA + " custom values."));
        }
        return data.entrySet().stream()
                .flatMap(entry -> entry(entry.getKey(), entry.getValue()).stream())
                .findFirst();
    }

    private static Optional<Fault> entry(String key, String value) {
        if (key.length() > MOST_KEY || !KEY.matcher(key).matches()) {
            return Optional.of(new Fault(
                    "/data",
                    "key_invalid",
                    "The name of a custom value is made of letters, digits, _ . - and spaces."));
        }
        return text("/data/" + key, value, MOST_VALUE);
    }

    /** The fault of one text, if it has one. */
    public static Optional<Fault> text(String pointer, String text, int most) {
        if (text.length() > most) {
            return Optional.of(new Fault(pointer, "too_long", "At most " + most + " characters."));
        }
        return SingleLine.isClean(text)
                ? Optional.empty()
                : Optional.of(new Fault(
                        pointer, "control_character", "Line breaks and control characters cannot stand here."));
    }
}
