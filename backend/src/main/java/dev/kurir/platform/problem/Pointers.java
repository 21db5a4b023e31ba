package dev.kurir.platform.problem;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) to the field that a refusal is about. */
final class Pointers {
    private Pointers() {}

    /**
     * {@code smtp.host} → {@code /smtp/host}, {@code to[2]} → {@code /to/2}, {@code data[city]} → {@code /data/city}.
     */
    static String ofBeanPath(String path) {
        return "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }

    static String ofJson(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
