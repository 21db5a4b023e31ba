package dev.kurir.delivery.smtp;

import dev.kurir.platform.net.ForbiddenTargetException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong, in a sentence for a person. */
final class Causes {
    private Causes() {}

    static String words(@Nullable Throwable trouble) {
        return switch (trouble) {
            case null -> "The connection broke.";
            case BadReplyException bad -> message(bad);
            case ForbiddenTargetException forbidden -> message(forbidden);
            case DecoderException wrapper when wrapper.getCause() != null -> words(wrapper.getCause());
            case UnknownHostException _ -> "The host name is not known.";
            case ConnectTimeoutException _ -> "Nobody answered at that address and port.";
            case ConnectException _ -> "The connection was refused.";
            case SSLException tls -> "No secure connection: " + innermost(tls);
            default -> "The connection broke: " + message(trouble);
        };
    }

    private static String message(Throwable trouble) {
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }

    private static String innermost(Throwable trouble) {
        Throwable inner = trouble;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return message(inner);
    }
}
