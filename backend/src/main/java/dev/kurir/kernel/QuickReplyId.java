package dev.kurir.kernel;

/** Key of one quick reply. */
public record QuickReplyId(long value) implements Id {}
