package dev.kurir.activity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.platform.feed.FeedEntry.Level;

/** The levels that people see. */
enum LogLevel {
    @JsonProperty("info")
    INFO(Level.INFO),
    @JsonProperty("warn")
    WARN(Level.WARN),
    @JsonProperty("error")
    ERROR(Level.ERROR);

    final Level level;

    LogLevel(Level level) {
        this.level = level;
    }
}
