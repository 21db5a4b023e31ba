package dev.kurir.outbox.web;

import dev.kurir.outbox.MessageAssembly.Header;
import dev.kurir.outbox.MessageAssembly.Rendered;
import java.util.List;

record RenderedResponse(
        String subject,
        String html,
        String text,
        String from,
        String to,
        List<HeaderBody> headers,
        long size,
        List<String> unknownVariables) {
    static RenderedResponse of(Rendered rendered) {
        return new RenderedResponse(
                rendered.subject(),
                rendered.html(),
                rendered.text(),
                header(rendered, "From"),
                header(rendered, "To"),
                rendered.headers().stream()
                        .map(h -> new HeaderBody(h.name(), h.value()))
                        .toList(),
                rendered.size(),
                List.of());
    }

    private static String header(Rendered rendered, String name) {
        return rendered.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** One header line, unfolded. */
    record HeaderBody(String name, String value) {}
}
