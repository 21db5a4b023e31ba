package dev.kurir.delivery.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Octets become replies. Strict where it matters: a line that is no reply line, lines of one reply with different
 * codes, or more than a reply may hold, and the connection is over.
 */
final class ReplyDecoder extends ByteToMessageDecoder {
    private static final int LONGEST_LINE = 2048;
    private static final int MOST_LINES = 100;
    private static final int CODE_LENGTH = 3;

    private final List<String> lines = new ArrayList<>();
    private int code;

    /** Octets that were read but are not part of a whole reply yet. */
    boolean hasLeftovers() {
        return actualReadableBytes() > 0 || !lines.isEmpty();
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int length = in.bytesBefore((byte) '\n');
        if (length > LONGEST_LINE || (length < 0 && in.readableBytes() > LONGEST_LINE)) {
            throw refused(in, "The server sent a line without an end.");
        }
        if (length < 0) {
            return;
        }
        String line = in.readString(length, StandardCharsets.UTF_8).stripTrailing();
        in.skipBytes(1);
        if (take(in, line)) {
            out.add(new ServerReply(code, List.copyOf(lines)));
            lines.clear();
        }
    }

    /** Takes a line of a reply; tells whether it was the last one. */
    private boolean take(ByteBuf in, String line) {
        int lineCode = code(line);
        if (lineCode == 0 || (!lines.isEmpty() && lineCode != code) || lines.size() == MOST_LINES) {
            throw refused(in, "The server sent something that is no SMTP reply: " + line);
        }
        code = lineCode;
        lines.add(line.length() > CODE_LENGTH ? line.substring(CODE_LENGTH + 1) : "");
        return line.length() == CODE_LENGTH || line.charAt(CODE_LENGTH) == ' ';
    }

    /** The code that begins the line; 0 when none does. */
    private static int code(String line) {
        boolean shaped = line.length() >= CODE_LENGTH
                && line.chars().limit(CODE_LENGTH).allMatch(c -> c >= '0' && c <= '9')
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && (line.length() == CODE_LENGTH || line.charAt(CODE_LENGTH) == ' ' || line.charAt(CODE_LENGTH) == '-');
        return shaped ? Integer.parseInt(line.substring(0, CODE_LENGTH)) : 0;
    }

    /** Nothing that follows may be read as a reply either. */
    private static BadReplyException refused(ByteBuf in, String why) {
        in.skipBytes(in.readableBytes());
        return new BadReplyException(ReplyText.clean(why));
    }
}
