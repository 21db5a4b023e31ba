package dev.kurir.kernel;

/** Key of a list of contacts. */
public record ListId(long value) implements Id {}
