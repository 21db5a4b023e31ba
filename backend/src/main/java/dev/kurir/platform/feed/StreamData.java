package dev.kurir.platform.feed;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What an event holds; all clients that get it share its JSON. */
public final class StreamData {
    private final Object value;
    private @Nullable String json;

    public StreamData(Object value) {
        this.value = value;
    }

    public Object value() {
        return value;
    }

    public synchronized String json(JsonMapper mapper) {
        if (json == null) {
            json = mapper.writeValueAsString(value);
        }
        return json;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StreamData data && value.equals(data.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
