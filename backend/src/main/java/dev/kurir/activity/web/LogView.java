package dev.kurir.activity.web;

import dev.kurir.activity.Log;
import dev.kurir.activity.LogEntry;
import dev.kurir.kernel.AccountId;
import dev.kurir.platform.feed.FeedEntry.Level;
import dev.kurir.platform.feed.FeedRecord;
import dev.kurir.platform.feed.StreamFrame;
import dev.kurir.platform.feed.StreamView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every entry that people may read is a line of the live log, whatever else it is. */
@Component
class LogView implements StreamView {
    private final Log log;

    LogView(Log log) {
        this.log = log;
    }

    @Override
    public boolean accepts(String type) {
        return true;
    }

    @Override
    public Mono<List<StreamFrame>> frames(List<FeedRecord> records) {
        List<FeedRecord> lines =
                records.stream().filter(record -> record.level() != Level.NONE).toList();
        return lines.isEmpty()
                ? Mono.empty()
                : log.accountNames(lines.getFirst().workspaceId(), accountsOf(lines))
                        .map(names -> frames(lines, names));
    }

    private static Set<AccountId> accountsOf(List<FeedRecord> lines) {
        return lines.stream()
                .map(FeedRecord::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static List<StreamFrame> frames(List<FeedRecord> lines, Map<AccountId, String> names) {
        return lines.stream().map(line -> frame(line, names)).toList();
    }

    private static StreamFrame frame(FeedRecord line, Map<AccountId, String> names) {
        LogEntry entry = LogEntry.of(line, line.accountId() == null ? null : names.get(line.accountId()));
        // its lines name people and subjects of all teams
        return new StreamFrame("log", "log", null, Set.of(), LogEntryResponse.of(entry));
    }
}
