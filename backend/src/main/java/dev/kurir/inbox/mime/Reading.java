package dev.kurir.inbox.mime;

/** What became of the attempt to read a mail. */
public sealed interface Reading {
    /** It was read. */
    record Read(ParsedMail mail) implements Reading {}

    /** It breaks a limit, or no parser can make sense of it. */
    record Refused(Unreadable reason, String detail) implements Reading {}
}
