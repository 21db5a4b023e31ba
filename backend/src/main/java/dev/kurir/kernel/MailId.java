package dev.kurir.kernel;

/** Key of a mail as it was found in a mailbox. */
public record MailId(long value) implements Id {}
