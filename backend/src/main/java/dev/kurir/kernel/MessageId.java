package dev.kurir.kernel;

/** Key of a message to one recipient. */
public record MessageId(long value) implements Id {}
