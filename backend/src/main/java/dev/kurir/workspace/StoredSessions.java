package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sessions by the hash of their token. */
public interface StoredSessions {
    Mono<Void> add(byte[] tokenHash, User user, Instant now, Instant expiresAt);

    /** A session that has not expired and was used since then. */
    Mono<Session> find(byte[] tokenHash, Instant now, Instant usedSince);

    /**
     * Those (hashes in hexadecimal digits) that have expired, were not used since then, or are not there; whose the
     * others are is online now.
     */
    Mono<List<String>> beat(Collection<String> tokenHashes, Instant now, Instant usedSince);

    Mono<Void> touch(byte[] tokenHash, Instant now);

    Mono<Void> remove(byte[] tokenHash);

    /** All of a person but one. */
    Mono<Void> removeOthers(UserId user, byte[] kept);

    Mono<Void> removeEnded(Instant now, Instant usedSince);

    /** A session that is alive. */
    record Session(Caller caller, Instant lastSeenAt) {}
}
