package dev.kurir.workspace;

import dev.kurir.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is logged in. A session ends 12 hours after its last use, and 14 days after the login in any case. */
@Component
public class Sessions {
    public static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration IDLE = Duration.ofHours(12);
    // Writing at every request would cost a row version each.
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final StoredSessions stored;
    private final Clock clock;

    Sessions(StoredSessions stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** Logs a person in; every login is a new session. */
    public Mono<Token> open(User user) {
        return Token.random().delayUntil(token -> store(token, user));
    }

    /** The person behind a session that is still alive. */
    public Mono<Caller> find(Token token) {
        Instant now = clock.instant();
        return stored.find(token.hash(), now, now.minus(IDLE))
                .delayUntil(session -> touch(token, session, now))
                .map(StoredSessions.Session::caller);
    }

    /**
     * Those that are over: their long connections may not stay. The people of the others are online. One statement for
     * all; does not count as use.
     */
    public Mono<Set<Token>> beat(Collection<Token> tokens) {
        Instant now = clock.instant();
        Map<String, Token> byHash = new HashMap<>();
        tokens.forEach(token -> byHash.put(HexFormat.of().formatHex(token.hash()), token));
        return stored.beat(byHash.keySet(), now, now.minus(IDLE))
                .map(ended -> ended.stream()
                        .flatMap(hash -> Stream.ofNullable(byHash.get(hash)))
                        .collect(Collectors.toSet()));
    }

    public Mono<Void> close(Token token) {
        return stored.remove(token.hash());
    }

    /** Ends every other session of a person: the password was changed. */
    public Mono<Void> closeOthers(UserId user, Token kept) {
        return stored.removeOthers(user, kept.hash());
    }

    /** Removes what is over. */
    public Mono<Void> tidy() {
        Instant now = clock.instant();
        return stored.removeEnded(now, now.minus(IDLE));
    }

    private Mono<Void> store(Token token, User user) {
        Instant now = clock.instant();
        return stored.add(token.hash(), user, now, now.plus(LONGEST));
    }

    private Mono<Void> touch(Token token, StoredSessions.Session session, Instant now) {
        return session.lastSeenAt().plus(TOUCH_EVERY).isBefore(now) ? stored.touch(token.hash(), now) : Mono.empty();
    }
}
