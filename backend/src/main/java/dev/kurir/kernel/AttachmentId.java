package dev.kurir.kernel;

/** Key of a file that somebody has uploaded to send it. */
public record AttachmentId(long value) implements Id {}
