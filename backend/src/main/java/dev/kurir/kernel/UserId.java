package dev.kurir.kernel;

/** Key of a person who works with Kurir. */
public record UserId(long value) implements Id {}
