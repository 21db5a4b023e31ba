package dev.kurir.kernel;

/** Key of one entry of a conversation: a mail, a note, or a line that says what happened. */
public record EntryId(long value) implements Id {}
