package dev.kurir.kernel;

/** Key of a suppressed address. */
public record SuppressionId(long value) implements Id {}
