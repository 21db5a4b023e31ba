package dev.kurir.delivery.smtp;

import dev.kurir.account.SendingAccount;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.MailTransport;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;

/** Opens SMTP connections. They have event loops of their own: nothing here waits for the database or the web. */
final class SmtpMailTransport implements MailTransport {
    private final EventLoopGroup loops;
    private final Dialler dialler;
    private final Tls tls;
    private final SmtpTimeouts timeouts;

    SmtpMailTransport(EventLoopGroup loops, Dialler dialler, Tls tls, SmtpTimeouts timeouts) {
        this.loops = loops;
        this.dialler = dialler;
        this.tls = tls;
        this.timeouts = timeouts;
    }

    @Override
    public MailConnection open(SendingAccount account, MailConnection.Listener listener) {
        EventLoop loop = loops.next();
        SmtpConnection connection = new SmtpConnection(loop, account, tls, timeouts, listener);
        dialler.dial(account.smtp(), loop, connection);
        return connection;
    }
}
