package dev.kurir.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What the server said, or why it said nothing.
 *
 * @param code reply code (RFC 5321 §4.2); 0 when there was no reply
 * @param enhanced enhanced status code (RFC 3463), such as {@code 5.1.1}
 * @param text the server's words, one line, at most 500 octets, or the cause when there was no reply
 */
public record SmtpReply(SmtpPhase phase, int code, @Nullable String enhanced, String text) {}
