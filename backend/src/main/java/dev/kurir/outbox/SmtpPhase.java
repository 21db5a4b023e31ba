package dev.kurir.outbox;

import java.util.Locale;

/** How far an SMTP conversation had come (RFC 5321 §3). From {@link #CONTENT} on the message may have arrived. */
public enum SmtpPhase {
    NONE(0),
    CONNECT(1),
    TLS(2),
    LOGIN(3),
    MAIL(4),
    RCPT(5),
    DATA(6),
    CONTENT(7),
    DOT(8);

    private final int code;

    SmtpPhase(int code) {
        this.code = code;
    }

    /** What the database and the journal hold. */
    public int code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SmtpPhase of(int code) {
        return values()[code];
    }
}
