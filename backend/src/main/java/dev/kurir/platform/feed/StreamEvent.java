package dev.kurir.platform.feed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of a client's stream.
 *
 * @param id the cursor to come back with; on the last event of those that were sent together
 * @param data becomes JSON
 */
public record StreamEvent(@Nullable String id, String event, Object data) {
    /** As lines of an event stream (WHATWG HTML §9.2.6); JSON has no line breaks of its own. */
    void write(StringBuilder text, JsonMapper json) {
        if (id != null) {
            text.append("id:").append(id).append('\n');
        }
        text.append("event:").append(event).append('\n');
        text.append("data:").append(json.writeValueAsString(data)).append("\n\n");
    }
}
