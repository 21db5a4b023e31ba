package dev.kurir.kernel;

/** Key of a category of accounts. */
public record CategoryId(long value) implements Id {}
