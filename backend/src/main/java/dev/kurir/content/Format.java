package dev.kurir.content;

/** What a template becomes, and with it what escaping its slots need. */
public enum Format {
    /** A header such as the subject: one line of plain text. */
    LINE,
    TEXT,
    HTML
}
