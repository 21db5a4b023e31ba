package dev.kurir.inbox.mime;

import java.util.ArrayList;
import java.util.List;

/** Reads message identifiers (RFC 5322 §3.6.4), without their angle brackets. */
final class MessageIds {
    private static final int MOST = 100;
    private static final int LONGEST = 998;

    private MessageIds() {}

    /** All of a field, in their order; of very many the last ones, which are the nearest. */
    static List<String> of(HeaderBlock headers, String name) {
        List<String> ids = new ArrayList<>();
        for (String value : headers.all(name)) {
            for (int open = value.indexOf('<'); open >= 0; open = value.indexOf('<', open + 1)) {
                int close = value.indexOf('>', open);
                if (close < 0) {
                    break;
                }
                String id = value.substring(open + 1, close).replaceAll("\\s", "");
                if (!id.isEmpty() && id.length() <= LONGEST) {
                    ids.add(id);
                }
            }
        }
        return List.copyOf(ids.subList(Math.max(0, ids.size() - MOST), ids.size()));
    }
}
