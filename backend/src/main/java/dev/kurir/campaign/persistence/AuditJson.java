package dev.kurir.campaign.persistence;

import dev.kurir.campaign.Audit.Difference;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Differences as they are stored: {@code [{"what": "accepted", "counted": 7, "found": 8}]}. */
final class AuditJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Difference>> LIST = new TypeReference<>() {};

    private AuditJson() {}

    static String write(List<Difference> differences) {
        return JSON.writeValueAsString(differences);
    }

    static List<Difference> read(String text) {
        return JSON.readValue(text, LIST);
    }
}
