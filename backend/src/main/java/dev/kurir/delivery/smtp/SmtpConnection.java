package dev.kurir.delivery.smtp;

import dev.kurir.account.SendingAccount;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.SmtpReply;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * What the outbox holds of a connection: every call becomes a task on the connection's event loop, so that nothing
 * there is ever shared, and a listener may call back from inside of an event.
 */
final class SmtpConnection implements MailConnection, Dialler.Caller, Login.Listener {
    private final EventLoop loop;
    private final SendingAccount account;
    private final Tls tls;
    private final SmtpTimeouts timeouts;
    private final Session session;
    private @Nullable Login login;

    SmtpConnection(EventLoop loop, SendingAccount account, Tls tls, SmtpTimeouts timeouts, Listener listener) {
        this.loop = loop;
        this.account = account;
        this.tls = tls;
        this.timeouts = timeouts;
        this.session = new Session(listener, new ReplyClassifier.Of(account.provider()), timeouts);
    }

    @Override
    public void offer(OutgoingMessage message) {
        loop.execute(() -> session.offer(message));
    }

    @Override
    public void grant(OutgoingMessage message) {
        loop.execute(() -> session.grant(message));
    }

    @Override
    public void refuse(OutgoingMessage message) {
        loop.execute(() -> session.refuse(message));
    }

    @Override
    public void close() {
        loop.execute(() -> {
            stopConnecting();
            session.close();
        });
    }

    @Override
    public void abort() {
        loop.execute(() -> {
            stopConnecting();
            session.abort();
        });
    }

    @Override
    public void connected(Wire wire) {
        if (session.isOver()) {
            wire.close();
            return;
        }
        Credentials credentials = new Credentials(account.username(), account.password());
        ReplyClassifier.Of classifier = new ReplyClassifier.Of(account.provider());
        login = new Login(wire, account.smtp(), credentials, tls, timeouts, classifier, this);
        login.start();
    }

    @Override
    public void loggedIn(Wire wire, Capabilities capabilities, SmtpReply words) {
        login = null;
        session.begin(wire, capabilities.pipelining());
    }

    @Override
    public void failed(Cause cause) {
        login = null;
        session.lost(cause);
    }

    private void stopConnecting() {
        if (login != null) {
            login.abandon();
            login = null;
        }
    }
}
