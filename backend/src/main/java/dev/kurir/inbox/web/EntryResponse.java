package dev.kurir.inbox.web;

import dev.kurir.inbox.EntryKind;
import dev.kurir.inbox.EntryView;
import dev.kurir.inbox.SentEntries.Sent;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record EntryResponse(
        EntryId id,
        Instant at,
        String kind,
        @Nullable String author,
        @Nullable String note,
        @Nullable List<NamedId<UserId>> mentions,
        @Nullable LineBody line,
        @Nullable MailBody mail,
        @Nullable SentBody sent) {

    /** What happened. */
    record LineBody(String code, Map<String, Object> params) {}

    static EntryResponse of(EntryView entry, Sent sent) {
        return new EntryResponse(
                entry.id(),
                entry.at(),
                entry.kind().word(),
                entry.author(),
                entry.kind() == EntryKind.NOTE ? entry.body() : null,
                entry.kind() == EntryKind.NOTE ? mentions(entry) : null,
                entry.kind() == EntryKind.LINE ? line(entry.data()) : null,
                entry.mail() == null ? null : MailBody.of(entry.mail(), entry.data()),
                entry.kind() == EntryKind.SENT ? SentBody.of(entry.data(), sent) : null);
    }

    private static List<NamedId<UserId>> mentions(EntryView entry) {
        return entry.mentions().stream()
                .map(mention -> new NamedId<>(mention.id(), mention.name()))
                .toList();
    }

    private static LineBody line(Map<String, Object> data) {
        Object params = data.get("params");
        Map<String, Object> shown = JsonObjects.object(params);
        shown.computeIfPresent("conversation", (_, id) -> new ConversationId(((Number) id).longValue()));
        return new LineBody(String.valueOf(data.get("code")), shown);
    }
}
