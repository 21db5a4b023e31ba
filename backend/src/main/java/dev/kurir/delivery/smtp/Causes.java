package dev.kurir.delivery.smtp;

import dev.kurir.platform.net.Trouble;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong, in a sentence for a person: Netty's own ways to say it, then {@link Trouble}. */
final class Causes {
    private Causes() {}

    static String words(@Nullable Throwable trouble) {
        return switch (trouble) {
            case null -> "The connection broke.";
            case BadReplyException bad ->
                Objects.requireNonNullElse(bad.getMessage(), "The server's reply is no reply.");
            case DecoderException wrapper when wrapper.getCause() != null -> words(wrapper.getCause());
            case ConnectTimeoutException _ -> "Nobody answered at that address and port.";
            default -> Trouble.words(trouble);
        };
    }
}
