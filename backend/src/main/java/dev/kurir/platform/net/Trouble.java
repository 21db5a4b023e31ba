package dev.kurir.platform.net;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What went wrong on the way to a server, in a sentence for a person. */
public final class Trouble {
    private Trouble() {}

    public static String words(Throwable trouble) {
        return switch (trouble) {
            case ForbiddenTargetException forbidden -> message(forbidden);
            case UnknownHostException _ -> "The host name is not known.";
            case SocketTimeoutException _ -> "Nobody answered in time.";
            case ConnectException _ -> "The connection was refused.";
            case NoRouteToHostException _ -> "There is no way to that address.";
            case SSLException tls -> "No secure connection: " + message(innermost(tls));
            default -> "The connection broke: " + message(trouble);
        };
    }

    private static String message(Throwable trouble) {
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }

    private static Throwable innermost(Throwable trouble) {
        Throwable inner = trouble;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
