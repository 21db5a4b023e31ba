package dev.kurir.delivery.smtp;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Secure connections: chain and host name are verified, always. */
final class Tls {
    private final SslContext context;
    private final Duration handshake;

    /**
     * Trusts what the JDK trusts.
     *
     * @param trust other roots, for servers of our own in tests; null for those of the JDK
     */
    Tls(@Nullable TrustManagerFactory trust, Duration handshake) {
        this.handshake = handshake;
        try {
            context = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .trustManager(trust)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (SSLException noTls) {
            throw new IllegalStateException("TLS cannot be set up", noTls);
        }
    }

    /** For a connection to the host of this name: the name is what the certificate must be for. */
    SslHandler handler(Channel channel, String host, int port) {
        SslHandler handler = context.newHandler(channel.alloc(), host, port);
        handler.setHandshakeTimeoutMillis(handshake.toMillis());
        return handler;
    }
}
