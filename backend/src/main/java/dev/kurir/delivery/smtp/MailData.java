package dev.kurir.delivery.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * The content as it goes over the wire, the final dot included: lines that begin with a dot get another one (RFC 5321
 * §4.5.2). Whatever built the mail, a bare CR or LF, NUL, an 8-bit octet or an endless line is refused here, before the
 * first octet.
 */
final class MailData {
    private static final int LONGEST_LINE = 998;
    private static final byte[] END = {'.', '\r', '\n'};

    private MailData() {}

    static ByteBuf encode(byte[] mail, ByteBufAllocator allocator) {
        ByteBuf out = allocator.buffer(mail.length + 64);
        try {
            stuff(mail, out);
            return out.writeBytes(END);
        } catch (IllegalArgumentException unfit) {
            out.release();
            throw unfit;
        }
    }

    private static void stuff(byte[] mail, ByteBuf out) {
        int copied = 0;
        int lineStart = 0;
        for (int i = 0; i < mail.length; i++) {
            byte octet = mail[i];
            if (octet > '.') {
                continue; // letters and digits, nearly all there is
            }
            if (octet == '.' && i == lineStart) {
                out.writeBytes(mail, copied, i - copied).writeByte('.');
                copied = i;
            } else if (octet == '\r') {
                requireLineEnd(mail, i, lineStart);
                i++;
                lineStart = i + 1;
            } else if (octet <= 0 || octet == '\n') {
                throw new IllegalArgumentException("the mail holds an octet that cannot be sent: " + octet);
            }
        }
        if (lineStart != mail.length || mail.length == 0) {
            throw new IllegalArgumentException("the mail does not end with a line end");
        }
        out.writeBytes(mail, copied, mail.length - copied);
    }

    private static void requireLineEnd(byte[] mail, int at, int lineStart) {
        if (at + 1 == mail.length || mail[at + 1] != '\n') {
            throw new IllegalArgumentException("the mail holds a bare CR");
        }
        if (at - lineStart > LONGEST_LINE) {
            throw new IllegalArgumentException("the mail holds a line longer than 998 octets");
        }
    }
}
