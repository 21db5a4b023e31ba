package dev.kurir.activity.web;

import dev.kurir.activity.LogEntry;
import dev.kurir.kernel.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

record LogPage(List<LogEntryResponse> items, @Nullable String next) {
    static LogPage of(Slice<LogEntry> page) {
        Slice<LogEntryResponse> shown = page.map(LogEntryResponse::of);
        return new LogPage(shown.items(), shown.next());
    }
}
