package dev.kurir.inbox.imap;

import dev.kurir.inbox.MailSession;
import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** A session over IMAP (RFC 9051); folders are read with EXAMINE and PEEK, which marks nothing. */
final class ImapSession implements MailSession {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private final ImapWire wire;
    private final IdleAlarm alarm;
    private final @Nullable String sentFolder;
    private Optional<String> sent = Optional.empty();

    /** @param sentFolder named by a person; null: to be found */
    ImapSession(ImapWire wire, IdleAlarm alarm, @Nullable String sentFolder) {
        this.wire = wire;
        this.alarm = alarm;
        this.sentFolder = sentFolder;
    }

    @Override
    public Optional<String> find(Role role) throws IOException {
        if (role == Role.INBOX) {
            return Optional.of("INBOX");
        }
        if (sent.isEmpty()) {
            sent = SentFolder.among(wire.call(protocol -> protocol.list("", "*")), sentFolder);
        }
        return sent;
    }

    @Override
    public Opened open(String folder) throws IOException {
        MailboxInfo info = wire.call(protocol -> protocol.examine(folder));
        wire.takeNews();
        long next = info.uidnext > 0
                ? info.uidnext
                : list(1, Long.MAX_VALUE).stream().mapToLong(Listed::uid).max().orElse(0) + 1;
        return new Opened(info.uidvalidity, next);
    }

    @Override
    public List<Listed> list(long fromUid, long toUid) throws IOException {
        String to = toUid == Long.MAX_VALUE ? "*" : Long.toString(toUid);
        // n:* names the last mail even where its UID is lower
        return fetched(wire.command("UID FETCH " + fromUid + ":" + to + " (UID RFC822.SIZE INTERNALDATE)"))
                .map(ImapSession::listed)
                .flatMap(Optional::stream)
                .filter(mail -> mail.uid() >= fromUid && mail.uid() <= toUid)
                .sorted(Comparator.comparingLong(Listed::uid))
                .toList();
    }

    @Override
    public List<Long> since(LocalDate day) throws IOException {
        return found(wire.command("UID SEARCH SINCE " + DAY.format(day)));
    }

    @Override
    public Map<Long, byte[]> headers(Collection<Long> uids) throws IOException {
        return bodies(uids, "BODY.PEEK[HEADER]");
    }

    @Override
    public Map<Long, byte[]> fetch(Collection<Long> uids) throws IOException {
        return bodies(uids, "BODY.PEEK[]");
    }

    @Override
    public boolean canWait() {
        return wire.has("IDLE");
    }

    /** RFC 2177. Whatever was said since the folder was last looked at counts too. */
    @Override
    public boolean waitForNews(Duration most) throws IOException {
        if (wire.takeNews()) {
            return true;
        }
        Idle idle = new Idle();
        wire.patience(most);
        wire.call(protocol -> {
            protocol.idleStart();
            return true;
        });
        ScheduledFuture<?> end = alarm.after(most, idle::end);
        try {
            for (boolean goesOn = true; goesOn; ) {
                if (wire.hasNews()) {
                    idle.end();
                }
                goesOn = wire.call(protocol -> protocol.processIdleResponse(protocol.readIdleResponse()));
            }
        } finally {
            end.cancel(false);
            idle.over();
        }
        wire.patience(Duration.ZERO);
        return wire.takeNews();
    }

    /** Ends it once, by whoever comes first: a second DONE would be a command that no server knows. */
    private final class Idle {
        private boolean ended;

        synchronized void end() {
            if (!ended) {
                ended = true;
                try {
                    wire.call(protocol -> {
                        protocol.idleAbort();
                        return true;
                    });
                } catch (IOException _) {
                    // Whoever reads hears of it.
                }
            }
        }

        synchronized void over() {
            ended = true;
        }
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // what the library speaks
    public void append(String folder, byte[] octets, Instant at) throws IOException {
        wire.call(protocol -> {
            protocol.append(folder, new Flags(Flags.Flag.SEEN), Date.from(at), literal(octets));
            return true;
        });
    }

    @Override
    public void markRead(String folder, long uidValidity, Collection<Long> uids) throws IOException {
        MailboxInfo info = wire.call(protocol -> protocol.select(folder));
        if (info.uidvalidity == uidValidity && !uids.isEmpty()) {
            wire.command("UID STORE " + set(uids) + " +FLAGS.SILENT (\\Seen)");
        }
    }

    @Override
    public List<Long> withHeader(String name, String value) throws IOException {
        Argument words = new Argument();
        words.writeAtom("HEADER");
        words.writeString(name, StandardCharsets.US_ASCII);
        words.writeString(value, StandardCharsets.US_ASCII);
        return found(wire.command("UID SEARCH", words));
    }

    @Override
    public void close() {
        wire.close();
    }

    private Map<Long, byte[]> bodies(Collection<Long> uids, String what) throws IOException {
        if (uids.isEmpty()) {
            return Map.of();
        }
        Map<Long, byte[]> bodies = new HashMap<>();
        fetched(wire.command("UID FETCH " + set(uids) + " (UID " + what + ")")).forEach(answer -> {
            UID uid = answer.getItem(UID.class);
            BODY body = answer.getItem(BODY.class);
            ByteArray octets = body == null ? null : body.getByteArray();
            if (uid != null && octets != null) {
                bodies.put(uid.uid, octets.getNewBytes());
            }
        });
        bodies.keySet().retainAll(uids);
        return bodies;
    }

    private static String set(Collection<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Stream<FetchResponse> fetched(Response[] answers) {
        return Arrays.stream(answers).filter(FetchResponse.class::isInstance).map(FetchResponse.class::cast);
    }

    @SuppressWarnings("JavaUtilDate") // what the library speaks
    private static Optional<Listed> listed(FetchResponse answer) {
        @Nullable UID uid = answer.getItem(UID.class);
        @Nullable RFC822SIZE size = answer.getItem(RFC822SIZE.class);
        @Nullable INTERNALDATE at = answer.getItem(INTERNALDATE.class);
        if (uid == null) {
            return Optional.empty();
        }
        Date date = at == null ? null : at.getDate();
        return Optional.of(new Listed(
                uid.uid,
                size == null ? 0 : size.size,
                Objects.requireNonNullElse(date, new Date(0)).toInstant()));
    }

    private static List<Long> found(Response[] answers) {
        List<Long> uids = new ArrayList<>();
        for (Response answer : answers) {
            if (answer instanceof IMAPResponse told && told.keyEquals("SEARCH")) {
                for (long uid = told.readLong(); uid != -1; uid = told.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids.stream().flatMapToLong(LongStream::of).sorted().boxed().toList();
    }

    private static Literal literal(byte[] octets) {
        return new Literal() {
            @Override
            public int size() {
                return octets.length;
            }

            @Override
            public void writeTo(java.io.OutputStream out) throws IOException {
                out.write(octets);
            }
        };
    }
}
