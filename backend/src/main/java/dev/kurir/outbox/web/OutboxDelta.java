package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.StateCounts;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a flush changed in one queue: its counters now, and some of the messages. */
record OutboxDelta(AccountId accountId, @Nullable CampaignId campaignId, StateCountsBody states, List<Row> rows)
        implements StreamFrame.Mergeable {
    /** As many as people can follow: with more, screens read their page again. */
    private static final int KEPT = 30;

    /** One message that changed. */
    record Row(
            MessageId id,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Integer replyCode) {
        private static Row of(List<?> columns) {
            Object next = columns.get(3);
            Object code = columns.get(4);
            return new Row(
                    new MessageId(number(columns.get(0))),
                    MessageState.of((int) number(columns.get(1))).word(),
                    (int) number(columns.get(2)),
                    next == null ? null : OffsetDateTime.parse(next.toString()).toInstant(),
                    code == null ? null : (int) number(code));
        }
    }

    static OutboxDelta of(FeedRecord entry) {
        List<Long> states = list(entry.payload().get("states")).stream()
                .map(OutboxDelta::number)
                .toList();
        List<Row> rows = list(entry.payload().get("rows")).stream()
                .map(row -> Row.of(list(row)))
                .toList();
        return new OutboxDelta(
                Objects.requireNonNull(entry.accountId()),
                entry.campaignId(),
                StateCountsBody.of(StateCounts.of(states)),
                rows.reversed());
    }

    String key() {
        return accountId.value() + ":" + (campaignId == null ? 0 : campaignId.value());
    }

    /** The newest counters, and the newest state of each message, as many as a screen can show. */
    @Override
    public Object mergedWith(Object newer) {
        OutboxDelta later = (OutboxDelta) newer;
        Map<MessageId, Row> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        later.rows.forEach(row -> {
            byId.remove(row.id());
            byId.put(row.id(), row);
        });
        List<Row> all = List.copyOf(byId.values());
        return new OutboxDelta(
                later.accountId,
                later.campaignId,
                later.states,
                all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
