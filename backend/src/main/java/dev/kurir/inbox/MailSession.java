package dev.kurir.inbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation with the mail server of one account. Blocking, one call at a time. Nothing is moved or deleted, and
 * nothing is marked unless it is asked for. Every call may fail with an {@code IOException}; the session is useless
 * then, unless it is a {@link RefusedException}.
 */
public interface MailSession extends AutoCloseable {
    /** What a folder is for. */
    enum Role {
        INBOX,
        SENT
    }

    /**
     * A folder that was opened.
     *
     * @param uidNext greater than every UID in it
     */
    record Opened(long uidValidity, long uidNext) {}

    /**
     * A mail in the open folder.
     *
     * @param second in which it was received: servers say no more (RFC 9051 section 2.3.3)
     */
    record Listed(long uid, long size, Instant second) {

        /** The last moment that it may have been: whatever answers within a second stands behind what it answers. */
        public Instant receivedAt(Instant now) {
            Instant end = second.plus(Duration.ofSeconds(1)).minusMillis(1);
            if (!end.isAfter(now)) {
                return end;
            }
            return second.isAfter(now) ? second : now;
        }
    }

    /** The name of the folder with this role; empty where there is none. */
    Optional<String> find(Role role) throws IOException;

    Opened open(String folder) throws IOException;

    /** Those with a UID in this range, both ends included, in the order of their UIDs. */
    List<Listed> list(long fromUid, long toUid) throws IOException;

    /** UIDs of what arrived on that day or later, in their order. */
    List<Long> since(LocalDate day) throws IOException;

    /** The raw headers; those that are gone are missing. */
    Map<Long, byte[]> headers(Collection<Long> uids) throws IOException;

    /** The raw octets; those that are gone are missing. */
    Map<Long, byte[]> fetch(Collection<Long> uids) throws IOException;

    /** Whether the server tells by itself when something arrives. */
    boolean canWait();

    /** Waits until something may have arrived in the open folder; false when the time is over. */
    boolean waitForNews(Duration most) throws IOException;

    /** Puts a copy into a folder, marked as read. */
    void append(String folder, byte[] octets, Instant at) throws IOException;

    /**
     * Marks mails of a folder as read; none where the folder was numbered anew. Another folder may be open afterwards.
     */
    void markRead(String folder, long uidValidity, Collection<Long> uids) throws IOException;

    /** UIDs in the open folder of mails with this header field. */
    List<Long> withHeader(String name, String value) throws IOException;

    @Override
    void close();

    /** The server did not agree, in its own words; the session goes on. */
    class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        public RefusedException(String words) {
            super(words);
        }
    }

    /** The server does not know the account with these credentials. */
    class LoginRefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        public LoginRefusedException(String words) {
            super(words);
        }
    }
}
