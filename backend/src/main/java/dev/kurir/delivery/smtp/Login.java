package dev.kurir.delivery.smtp;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * From an open connection to one that may send: greeting, EHLO, STARTTLS, EHLO again, AUTH. There is no way around TLS
 * where it was asked for, and no password goes over an unencrypted connection unless it stays on this machine.
 */
final class Login implements Wire.Owner {
    /** Hears how it went. */
    interface Listener {
        default void greeted(SmtpReply greeting) {}

        default void secured(String how) {}

        /** What the server said to the login, or to EHLO where nobody logs in. */
        void loggedIn(Wire wire, Capabilities capabilities, SmtpReply words);

        void failed(Cause cause);
    }

    private static final String EHLO = "EHLO [127.0.0.1]";

    private final Wire wire;
    private final Endpoint endpoint;
    private final Credentials credentials;
    private final Tls tls;
    private final SmtpTimeouts timeouts;
    private final ReplyClassifier.Of classifier;
    private final Listener listener;
    private boolean secured;
    private boolean over;

    Login(
            Wire wire,
            Endpoint endpoint,
            Credentials credentials,
            Tls tls,
            SmtpTimeouts timeouts,
            ReplyClassifier.Of classifier,
            Listener listener) {
        this.wire = wire;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.tls = tls;
        this.timeouts = timeouts;
        this.classifier = classifier;
        this.listener = listener;
    }

    void start() {
        wire.owner(this);
        wire.expect(SmtpPhase.CONNECT, timeouts.greeting(), this::greeted);
        SslHandler handler = wire.channel().pipeline().get(SslHandler.class);
        if (handler != null) {
            whenSecured(handler, () -> {});
        }
    }

    /** Gives up; the listener is not told. */
    void abandon() {
        over = true;
        wire.close();
    }

    @Override
    public void lost(Cause cause) {
        fail(cause);
    }

    @Override
    public void unasked(ServerReply reply) {
        fail(SmtpPhase.CONNECT, reply);
    }

    @Override
    public void idle(Duration time) {
        // Only while TLS is being set up, which has its own clock.
    }

    private void greeted(ServerReply greeting) {
        if (greeting.code() == ServerReply.READY_TO_GO) {
            listener.greeted(greeting.at(SmtpPhase.CONNECT));
            wire.command(SmtpPhase.CONNECT, EHLO, timeouts.command(), this::heard);
        } else {
            fail(SmtpPhase.CONNECT, greeting);
        }
    }

    private void heard(ServerReply ehlo) {
        if (!ehlo.isPositive()) {
            fail(SmtpPhase.CONNECT, ehlo);
            return;
        }
        Capabilities capabilities = Capabilities.of(ehlo);
        if (endpoint.security() != ConnectionSecurity.STARTTLS || secured) {
            authenticate(ehlo, capabilities);
        } else if (capabilities.startTls()) {
            wire.command(SmtpPhase.TLS, "STARTTLS", timeouts.command(), this::startTls);
        } else {
            fail(Cause.silent(SmtpPhase.TLS, "The server does not offer STARTTLS."));
        }
    }

    private void startTls(ServerReply reply) {
        if (reply.code() != ServerReply.READY_TO_GO) {
            fail(SmtpPhase.TLS, reply);
            return;
        }
        // What was sent in the clear behind the 220 could have been put there by anybody (CVE-2011-0411).
        if (wire.channel().pipeline().get(ReplyDecoder.class).hasLeftovers()) {
            fail(Cause.silent(SmtpPhase.TLS, "The server spoke before the connection was secure."));
            return;
        }
        SslHandler handler = tls.handler(wire.channel(), endpoint.host(), endpoint.port());
        wire.channel().pipeline().addFirst(handler);
        whenSecured(handler, () -> wire.command(SmtpPhase.CONNECT, EHLO, timeouts.command(), this::heard));
    }

    private void whenSecured(SslHandler handler, Runnable then) {
        handler.handshakeFuture().addListener(handshake -> {
            if (over) {
                return;
            }
            if (handshake.isSuccess()) {
                secured = true;
                listener.secured(handler.engine().getSession().getProtocol());
                then.run();
            } else {
                fail(Cause.silent(SmtpPhase.TLS, Causes.words(handshake.cause())));
            }
        });
    }

    private void authenticate(ServerReply ehlo, Capabilities capabilities) {
        if (credentials.areMissing()) {
            finish(capabilities, ehlo.at(SmtpPhase.CONNECT));
        } else if (!secured && !isLoopback()) {
            refuse("The password does not go over an unencrypted connection.");
        } else if (capabilities.auth().contains("PLAIN")) {
            wire.command(
                    SmtpPhase.LOGIN, "AUTH PLAIN " + credentials.plain(), timeouts.command(), verdict(capabilities));
        } else if (capabilities.auth().contains("LOGIN")) {
            authLogin(verdict(capabilities));
        } else {
            refuse("The server offers no login with user name and password: " + ehlo.lines());
        }
    }

    private void authLogin(Consumer<ServerReply> verdict) {
        wire.command(SmtpPhase.LOGIN, "AUTH LOGIN", timeouts.command(), asksName -> {
            if (asksName.code() != ServerReply.AUTH_CONTINUES) {
                verdict.accept(asksName);
                return;
            }
            wire.command(SmtpPhase.LOGIN, credentials.loginName(), timeouts.command(), asksSecret -> {
                if (asksSecret.code() != ServerReply.AUTH_CONTINUES) {
                    verdict.accept(asksSecret);
                    return;
                }
                wire.command(SmtpPhase.LOGIN, credentials.loginSecret(), timeouts.command(), verdict);
            });
        });
    }

    private Consumer<ServerReply> verdict(Capabilities capabilities) {
        return reply -> {
            if (reply.code() == ServerReply.AUTHENTICATED) {
                finish(capabilities, reply.at(SmtpPhase.LOGIN));
            } else {
                fail(SmtpPhase.LOGIN, reply);
            }
        };
    }

    private void finish(Capabilities capabilities, SmtpReply words) {
        over = true;
        listener.loggedIn(wire, capabilities, words);
    }

    private void refuse(String why) {
        fail(new Cause(new SmtpReply(SmtpPhase.LOGIN, 0, null, ReplyText.clean(why)), ReplyReason.AUTH_FAILED));
    }

    private void fail(SmtpPhase phase, ServerReply reply) {
        fail(classifier.cause(reply.at(phase)));
    }

    private void fail(Cause cause) {
        if (!over) {
            over = true;
            wire.close();
            listener.failed(cause);
        }
    }

    private boolean isLoopback() {
        return wire.channel().remoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress().isLoopbackAddress();
    }
}
