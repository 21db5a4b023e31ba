package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mailbox in memory that says what was done to it. */
final class RecordingSession implements MailSession {
    final List<String> done = new ArrayList<>();
    /** Header fields of mails in the Sent folder; their UIDs are their places. */
    final List<String> sent = new ArrayList<>();

    private final Map<Role, String> folders = new HashMap<>(Map.of(Role.INBOX, "INBOX"));

    RecordingSession withSentFolder() {
        folders.put(Role.SENT, "Sent");
        return this;
    }

    @Override
    public Optional<String> find(Role role) {
        return Optional.ofNullable(folders.get(role));
    }

    @Override
    public Opened open(String folder) {
        return new Opened(1, sent.size() + 1L);
    }

    @Override
    public void append(String folder, byte[] octets, Instant at) {
        done.add("append " + folder + " " + octets.length);
    }

    @Override
    public void markRead(String folder, long uidValidity, Collection<Long> uids) {
        done.add("read " + folder + " " + uidValidity + " " + uids);
    }

    @Override
    public List<Long> withHeader(String name, String value) {
        return sent.contains(name.toLowerCase(Locale.ROOT) + ": " + value) ? List.of(1L) : List.of();
    }

    @Override
    public List<Listed> list(long fromUid, long toUid) {
        return List.of();
    }

    @Override
    public List<Long> since(LocalDate day) {
        return List.of();
    }

    @Override
    public Map<Long, byte[]> headers(Collection<Long> uids) {
        return Map.of();
    }

    @Override
    public Map<Long, byte[]> fetch(Collection<Long> uids) {
        return Map.of();
    }

    @Override
    public boolean canWait() {
        return false;
    }

    @Override
    public boolean waitForNews(Duration most) {
        return false;
    }

    @Override
    public void close() {
        done.add("close");
    }
}
