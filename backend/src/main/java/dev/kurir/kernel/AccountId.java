package dev.kurir.kernel;

/** Key of a mailbox that we operate. */
public record AccountId(long value) implements Id {}
