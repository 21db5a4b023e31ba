package dev.kurir.delivery.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** Writes command lines; whatever stood before them, no value gets to begin a line of its own. */
final class Command {
    private Command() {}

    static void write(ByteBuf out, String line) {
        if (!line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException("a command line holds something that is not printable ASCII");
        }
        ByteBufUtil.writeAscii(out, line);
        out.writeShort(('\r' << 8) | '\n');
    }
}
