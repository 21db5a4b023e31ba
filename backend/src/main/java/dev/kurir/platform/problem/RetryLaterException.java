package dev.kurir.platform.problem;

import dev.kurir.kernel.DomainException;
import java.time.Duration;

/** A refusal that time mends; the answer says how long to wait. */
public final class RetryLaterException extends DomainException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public RetryLaterException(Kind kind, String code, String sentence, Duration wait) {
        super(kind, code, sentence);
        this.wait = wait;
    }

    /** Whole seconds, rounded up. */
    public long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
