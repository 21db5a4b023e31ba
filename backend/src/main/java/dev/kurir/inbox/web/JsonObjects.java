package dev.kurir.inbox.web;

import dev.kurir.kernel.AttachmentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was stored as JSON of no fixed shape. */
final class JsonObjects {
    private JsonObjects() {}

    static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                if (member != null) {
                    object.put(String.valueOf(key), member);
                }
            });
        }
        return object;
    }

    static String text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    static List<PersonOut> people(Map<String, Object> object, String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream()
                        .map(JsonObjects::object)
                        .map(person -> new PersonOut(text(person, "name"), text(person, "address")))
                        .toList()
                : List.of();
    }

    static List<AttachmentResponse> files(Map<String, Object> object, String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream()
                        .map(JsonObjects::object)
                        .map(file -> new AttachmentResponse(
                                new AttachmentId(number(file, "id")), text(file, "fileName"), text(file, "type"), (int)
                                        number(file, "octets")))
                        .toList()
                : List.of();
    }

    private static long number(Map<String, Object> object, String name) {
        return object.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
