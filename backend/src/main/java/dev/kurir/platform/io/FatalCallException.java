package dev.kurir.platform.io;

/**
 * A call ended with an error that Reactor throws past everybody who subscribes, so that they would wait for ever:
 * memory or stack ran out, mostly for what the call itself had to do.
 */
public final class FatalCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FatalCallException(Error error) {
        super(error.toString(), error);
    }
}
