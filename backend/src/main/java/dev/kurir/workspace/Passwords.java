package dev.kurir.workspace;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** At most two hashes at once: each takes memory and a core. */
@Component
public final class Passwords implements DisposableBean {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 100;

    private final PasswordEncoder encoder;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "password");
    // What an unknown person's password is compared with, so that the answer takes as long as for a known one.
    private final Mono<String> nobody = hash("nobody has this password").cache();

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    public Mono<String> hash(String password) {
        return Mono.fromSupplier(() -> encode(password)).subscribeOn(scheduler);
    }

    /** Takes the same time whether there is a stored hash or not. */
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        Mono<String> stored = hash == null ? nobody : Mono.just(hash);
        return stored.publishOn(scheduler).map(found -> encoder.matches(password, found) && hash != null);
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash for a password");
        }
        return hash;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
