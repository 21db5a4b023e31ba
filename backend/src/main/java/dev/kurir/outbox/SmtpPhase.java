package dev.kurir.outbox;

import java.util.Locale;

/** How far an SMTP conversation had come (RFC 5321 §3). From {@link #CONTENT} on the message may have arrived. */
public enum SmtpPhase {
    NONE,
    CONNECT,
    TLS,
    LOGIN,
    MAIL,
    RCPT,
    DATA,
    CONTENT,
    DOT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SmtpPhase of(int ordinal) {
        return values()[ordinal];
    }
}
