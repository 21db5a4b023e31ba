package dev.kurir.outbox;

/** What an account has still to do. */
public record AccountLoad(long waiting, long inFlight) {}
