package dev.kurir.kernel;

/** Key of a merging or a splitting of conversations, as long as it can be undone. */
public record MoveId(long value) implements Id {}
