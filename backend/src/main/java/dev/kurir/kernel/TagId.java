package dev.kurir.kernel;

/** Key of a tag of contacts. */
public record TagId(long value) implements Id {}
