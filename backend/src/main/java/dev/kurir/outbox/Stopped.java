package dev.kurir.outbox;

/**
 * The answer to a stop.
 *
 * @param confirmed whether the gate's barrier was passed; if not, the stop is still under way and must not be called
 *     done
 * @param inFlight messages whose intent was committed before; only they can still leave
 */
public record Stopped(boolean confirmed, long inFlight) {}
