package dev.kurir.inbox;

import dev.kurir.inbox.StoredConversations.NewEntry;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.outbox.LetterHead.Recipient;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entry that a reply becomes: as it was written, for the screen and for whoever takes it back. */
final class WrittenReply {
    private WrittenReply() {}

    static NewEntry entry(Caller caller, ConversationId id, Reply reply, List<AttachedFile> files, Instant now) {
        return entry(caller.userId(), caller.name(), id, reply, files, data(reply, files), now);
    }

    /** Nobody wrote it. */
    static NewEntry automatic(ConversationId id, Reply reply, Instant now) {
        Map<String, Object> data = data(reply, List.of());
        data.put("automatic", true);
        return entry(null, null, id, reply, List.of(), data, now);
    }

    private static NewEntry entry(
            @Nullable UserId authorId,
            @Nullable String author,
            ConversationId id,
            Reply reply,
            List<AttachedFile> files,
            Map<String, Object> data,
            Instant now) {
        return new NewEntry(
                id,
                now,
                EntryKind.SENT,
                null,
                authorId,
                author,
                "",
                data,
                words(reply, files),
                Placing.snippet(reply.text()),
                false,
                !files.isEmpty());
    }

    private static String words(Reply reply, List<AttachedFile> files) {
        Stream<String> people = ReplyRules.all(reply).stream().map(to -> to.name() + " " + to.address());
        Stream<String> names = files.stream().map(AttachedFile::fileName);
        return Stream.of(Stream.of(reply.subject()), people, names, Stream.of(reply.text()))
                .flatMap(all -> all)
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> data(Reply reply, List<AttachedFile> files) {
        Map<String, Object> written = new HashMap<>();
        written.put("subject", reply.subject());
        written.put("html", reply.html());
        written.put("text", reply.text());
        written.put("quote", reply.quote());
        written.put("signature", reply.signature());
        if (reply.forward() != null) {
            written.put("forward", reply.forward().value());
        }
        written.put("to", people(reply.to()));
        written.put("cc", people(reply.cc()));
        written.put("bcc", people(reply.bcc()));
        written.put("attachments", files.stream().map(WrittenReply::file).toList());
        return written;
    }

    private static List<Map<String, String>> people(List<Recipient> people) {
        return people.stream()
                .map(one -> Map.of("name", one.name(), "address", one.address().value()))
                .toList();
    }

    private static Map<String, Object> file(AttachedFile file) {
        return Map.of(
                "id", file.id().value(), "fileName", file.fileName(), "type", file.type(), "octets", file.octets());
    }
}
