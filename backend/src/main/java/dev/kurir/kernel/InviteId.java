package dev.kurir.kernel;

/** Key of an invitation to work with Kurir. */
public record InviteId(long value) implements Id {}
