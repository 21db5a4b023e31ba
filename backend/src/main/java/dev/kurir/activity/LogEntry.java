package dev.kurir.activity;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.platform.feed.FeedEntry.Level;
import dev.kurir.platform.feed.FeedRecord;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log.
 *
 * @param number its place: later lines have higher numbers
 * @param code what happened, for translation
 * @param params what stands in the translated sentence
 * @param detail raw words of a server
 */
public record LogEntry(
        long number,
        Instant at,
        Level level,
        String code,
        Map<String, String> params,
        @Nullable String detail,
        @Nullable AccountId accountId,
        @Nullable String accountName,
        @Nullable CampaignId campaignId,
        @Nullable MessageId messageId,
        @Nullable String actor) {
    private static final String DETAIL = "detail";

    /** The feed's entry as people read it. */
    public static LogEntry of(FeedRecord record, @Nullable String accountName) {
        return new LogEntry(
                record.cursor().seq(),
                record.at(),
                record.level(),
                record.type(),
                params(record.payload()),
                record.text(DETAIL).orElse(null),
                record.accountId(),
                accountName,
                record.campaignId(),
                record.messageId(),
                record.actor());
    }

    /** Texts and numbers; lists and objects are for programs. */
    private static Map<String, String> params(Map<String, Object> payload) {
        Map<String, String> params = new TreeMap<>();
        payload.forEach((name, value) -> {
            boolean isPlain = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (isPlain && !name.equals(DETAIL)) {
                params.put(name, value.toString());
            }
        });
        return params;
    }
}
