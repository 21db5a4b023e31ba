package dev.kurir.kernel;

/** Key of a person we may mail. */
public record ContactId(long value) implements Id {}
