package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailErrands.Due;
import dev.kurir.inbox.MailErrands.What.MarkRead;
import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.MailSession.RefusedException;
import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.mime.HeaderBlock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does errands over one connection. Blocking; what is repeated changes nothing. */
record ErrandVisit(MailSession session) {
    /**
     * In lower case, as headers are looked up; IMAP does not care. The second is for servers that drop fields they do
     * not know.
     */
    private static final List<String> NAMES = List.of("x-kurir-id", "message-id");

    /** Marks all of these that are to be marked, a folder at a time. */
    boolean markRead(List<Due> dues) throws IOException {
        var folders = dues.stream()
                .flatMap(due -> due.what() instanceof MarkRead mark ? Stream.of(mark) : Stream.of())
                .collect(Collectors.groupingBy(
                        mark -> new Numbered(mark.folder(), mark.uidValidity()),
                        Collectors.mapping(MarkRead::uid, Collectors.toList())));
        for (var folder : folders.entrySet()) {
            session.markRead(folder.getKey().folder(), folder.getKey().uidValidity(), folder.getValue());
        }
        return true;
    }

    private record Numbered(String folder, long uidValidity) {}

    /** Puts a copy into the Sent folder, unless the provider did, or an earlier try that seemed to have failed. */
    boolean keep(byte[] octets, Instant at) throws IOException {
        String folder = session.find(Role.SENT).orElseThrow(() -> new RefusedException("There is no Sent folder."));
        session.open(folder);
        if (!isThere(HeaderBlock.parse(octets))) {
            session.append(folder, octets, at);
        }
        return true;
    }

    private boolean isThere(HeaderBlock headers) throws IOException {
        for (String name : NAMES) {
            Optional<String> value = headers.first(name);
            if (value.isPresent()
                    && !session.withHeader(name, value.get().strip()).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
