package dev.kurir.kernel;

/** Key of a conversation: a thread as people work it. */
public record ConversationId(long value) implements Id {}
