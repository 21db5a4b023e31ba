package dev.kurir.delivery.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of the skeleton with the encoded templates in it; it always ends with a line end. */
final class BodyParts {
    private static final Pattern PLACE = Pattern.compile(Skeleton.TEXT + "|" + Skeleton.HTML);

    /** Octets of the frame, and then a body. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(byte[] before, EncodedBody body) {}

    private final List<Part> parts = new ArrayList<>();
    private final byte[] end;

    BodyParts(String skeleton, DraftTemplates templates) {
        EncodedBody text = new EncodedBody(templates.text());
        EncodedBody html = new EncodedBody(templates.html());
        Matcher place = PLACE.matcher(skeleton);
        int from = 0;
        while (place.find()) {
            byte[] before = ascii(skeleton.substring(from, place.start()));
            parts.add(new Part(before, place.group().equals(Skeleton.TEXT) ? text : html));
            from = place.end();
        }
        String rest = skeleton.substring(from);
        end = ascii(rest.endsWith("\r\n") ? rest : rest + "\r\n");
    }

    void write(Map<String, String> values, Octets out) {
        for (Part part : parts) {
            out.put(part.before());
            part.body().write(values, out);
        }
        out.put(end);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
