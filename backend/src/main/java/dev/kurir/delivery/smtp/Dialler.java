package dev.kurir.delivery.smtp;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.platform.net.TargetGuard;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;

/** Looks a host up, checks where it lies, and connects to the address that was checked. */
final class Dialler {
    /** Hears how it went, on the event loop. */
    interface Caller {
        default void resolved(List<InetSocketAddress> addresses) {}

        void connected(Wire wire);

        void failed(Cause cause);
    }

    private final TargetGuard guard;
    private final Executor blocking;
    private final Tls tls;
    private final SmtpTimeouts timeouts;

    Dialler(TargetGuard guard, Executor blocking, Tls tls, SmtpTimeouts timeouts) {
        this.guard = guard;
        this.blocking = blocking;
        this.tls = tls;
        this.timeouts = timeouts;
    }

    void dial(Endpoint endpoint, EventLoop loop, Caller caller) {
        blocking.execute(() -> resolve(endpoint, loop, caller));
    }

    private void resolve(Endpoint endpoint, EventLoop loop, Caller caller) {
        try {
            List<InetSocketAddress> addresses =
                    guard.resolve(endpoint.host(), endpoint.port(), TargetGuard.Protocol.SMTP);
            loop.execute(() -> {
                caller.resolved(addresses);
                connect(endpoint, addresses, loop, caller);
            });
        } catch (IOException unreachable) {
            loop.execute(() -> caller.failed(Cause.silent(SmtpPhase.NONE, Causes.words(unreachable))));
        }
    }

    private void connect(Endpoint endpoint, List<InetSocketAddress> addresses, EventLoop loop, Caller caller) {
        InetSocketAddress address = addresses.getFirst();
        if (endpoint.security() == ConnectionSecurity.NONE
                && !guard.isTrusted(endpoint.host(), address.getAddress(), endpoint.port())) {
            caller.failed(Cause.silent(
                    SmtpPhase.CONNECT, "Only the operator can allow a connection without encryption to this host."));
            return;
        }
        ChannelFuture connecting = bootstrap(endpoint, loop).connect(address);
        connecting.addListener(_ -> {
            if (connecting.isSuccess()) {
                caller.connected(connecting.channel().pipeline().get(Wire.class));
            } else if (addresses.size() > 1) {
                connect(endpoint, addresses.subList(1, addresses.size()), loop, caller);
            } else {
                caller.failed(Cause.silent(SmtpPhase.CONNECT, Causes.words(connecting.cause())));
            }
        });
    }

    private Bootstrap bootstrap(Endpoint endpoint, EventLoop loop) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(timeouts.connect().toMillis()))
                // A failed write must not throw away a reply that is already here: it may be the 250.
                .option(ChannelOption.AUTO_CLOSE, false)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (endpoint.security() == ConnectionSecurity.TLS) {
                            channel.pipeline().addLast(tls.handler(channel, endpoint.host(), endpoint.port()));
                        }
                        channel.pipeline().addLast(new ReplyDecoder(), new Wire(channel, timeouts.tick()));
                    }
                });
    }
}
