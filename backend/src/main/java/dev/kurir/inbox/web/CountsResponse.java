package dev.kurir.inbox.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.inbox.ConversationFilter.Tab;
import dev.kurir.inbox.ConversationViews.Counts;

record CountsResponse(
        @JsonProperty("new") long fresh,
        long mine,
        long mentions,
        long progress,
        long snoozed,
        long done,
        long all,
        long archive,
        long unread) {
    static CountsResponse of(Counts counts) {
        return new CountsResponse(
                of(counts, Tab.NEW),
                of(counts, Tab.MINE),
                of(counts, Tab.MENTIONS),
                of(counts, Tab.PROGRESS),
                of(counts, Tab.SNOOZED),
                of(counts, Tab.DONE),
                of(counts, Tab.ALL),
                of(counts, Tab.ARCHIVE),
                counts.unread());
    }

    private static long of(Counts counts, Tab tab) {
        return counts.conversations().getOrDefault(tab, 0L);
    }
}
