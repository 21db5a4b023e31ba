package dev.kurir.delivery.smtp;

import dev.kurir.account.ConnectionProbe;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tries the SMTP settings of an account over the same code that sends. */
final class SmtpProbe implements ConnectionProbe {
    private final EventLoopGroup loops;
    private final Dialler dialler;
    private final Tls tls;
    private final SmtpTimeouts timeouts;

    SmtpProbe(EventLoopGroup loops, Dialler dialler, Tls tls, SmtpTimeouts timeouts) {
        this.loops = loops;
        this.dialler = dialler;
        this.tls = tls;
        this.timeouts = timeouts;
    }

    @Override
    public Protocol protocol() {
        return Protocol.SMTP;
    }

    @Override
    public Mono<List<Step>> probe(Target target) {
        return Mono.create(result -> {
            EventLoop loop = loops.next();
            dialler.dial(target.endpoint(), loop, new SmtpTrial(target, tls, timeouts, result::success));
        });
    }
}
