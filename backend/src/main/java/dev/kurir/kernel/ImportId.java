package dev.kurir.kernel;

/** Key of a contact import. */
public record ImportId(long value) implements Id {}
