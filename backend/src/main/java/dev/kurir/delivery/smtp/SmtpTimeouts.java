package dev.kurir.delivery.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long we wait for what (RFC 5321 §4.5.3.2). The final dot alone has ten minutes: giving up on it early is what
 * makes duplicates.
 *
 * @param connect for the TCP connection, per address, and for the TLS handshake
 * @param greeting for the first line of the server
 * @param command for EHLO, AUTH, MAIL, RCPT and everything else that is one line
 * @param data for the 354
 * @param dot for the verdict on the message, from when the last octet left this machine
 * @param quit for the answer to QUIT, which does not matter
 * @param idle after which a connection without work is closed
 * @param tick how often all of this is looked at
 */
record SmtpTimeouts(
        Duration connect,
        Duration greeting,
        Duration command,
        Duration data,
        Duration dot,
        Duration quit,
        Duration idle,
        Duration tick) {
    static final SmtpTimeouts STANDARD = new SmtpTimeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1));

    /** For a test of settings: somebody looks at the screen. */
    static final SmtpTimeouts PERSON_WAITS = new SmtpTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofMillis(500));

    /** The same, but nothing takes longer than this; null: the same. */
    SmtpTimeouts atMost(@Nullable Duration most) {
        return most == null
                ? this
                : new SmtpTimeouts(
                        shorter(connect, most),
                        shorter(greeting, most),
                        shorter(command, most),
                        shorter(data, most),
                        shorter(dot, most),
                        shorter(quit, most),
                        shorter(idle, most),
                        shorter(tick, most));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
