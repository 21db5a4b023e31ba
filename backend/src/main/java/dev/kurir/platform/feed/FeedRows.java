package dev.kurir.platform.feed;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows of {@code event} into records; for those who ask the table themselves. */
@Component
public class FeedRows {
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final JsonMapper json;

    FeedRows(JsonMapper json) {
        this.json = json;
    }

    /** Of {@code select event.*}. */
    public FeedRecord read(Readable row) {
        return new FeedRecord(
                new FeedCursor(value(row, "tx", Long.class), value(row, "seq", Long.class)),
                new WorkspaceId(value(row, "workspace_id", Long.class)),
                value(row, "at", Instant.class),
                value(row, "type", String.class),
                FeedEntry.Level.valueOf(value(row, "level", String.class).toUpperCase(Locale.ROOT)),
                id(row, "account_id", AccountId::new),
                id(row, "campaign_id", CampaignId::new),
                id(row, "message_id", MessageId::new),
                row.get("actor", String.class),
                json.readValue(value(row, "payload", Json.class).asString(), PAYLOAD));
    }

    private static <T> @Nullable T id(Readable row, String column, LongFunction<T> make) {
        Long key = row.get(column, Long.class);
        return key == null ? null : make.apply(key);
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
