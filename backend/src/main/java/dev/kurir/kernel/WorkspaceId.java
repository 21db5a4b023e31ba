package dev.kurir.kernel;

/** Key of a tenant. */
public record WorkspaceId(long value) implements Id {}
