package dev.kurir.kernel;

/** Key of a team. */
public record TeamId(long value) implements Id {}
