package dev.kurir.contact.persistence;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Custom values as the database keeps them: one flat JSON object of texts. */
@Component
class DataJson {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    DataJson(JsonMapper json) {
        this.json = json;
    }

    Map<String, String> read(Readable row) {
        return json.readValue(
                Objects.requireNonNull(row.get("data", Json.class)).asString(), TEXTS);
    }

    Json write(Map<String, String> data) {
        return Json.of(text(data));
    }

    String text(Map<String, String> data) {
        return json.writeValueAsString(data);
    }
}
