package dev.kurir.delivery.smtp;

import dev.kurir.platform.KurirProperties;
import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.platform.net.TargetGuard;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the transport. */
@Configuration(proxyBeanMethods = false)
class SmtpConfiguration {
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 2);

    /** Wrapped, so that no other part of the program picks these loops up as its own. */
    record SmtpLoops(EventLoopGroup group) implements AutoCloseable {
        @Override
        public void close() {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
        }
    }

    @Bean
    SmtpLoops smtpLoops() {
        return new SmtpLoops(new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("smtp", true), NioIoHandler.newFactory()));
    }

    @Bean
    SmtpTimeouts smtpTimeouts(KurirProperties properties) {
        return SmtpTimeouts.STANDARD.atMost(properties.smtpPatience());
    }

    @Bean
    Tls smtpTls(SmtpTimeouts timeouts) {
        return new Tls(null, timeouts.connect());
    }

    @Bean
    SmtpMailTransport smtpMailTransport(
            SmtpLoops loops, TargetGuard guard, BlockingMailIo blocking, Tls tls, SmtpTimeouts timeouts) {
        return new SmtpMailTransport(loops.group(), new Dialler(guard, blocking, tls, timeouts), tls, timeouts);
    }

    @Bean
    SmtpProbe smtpProbe(SmtpLoops loops, TargetGuard guard, BlockingMailIo blocking, Tls tls) {
        SmtpTimeouts timeouts = SmtpTimeouts.PERSON_WAITS;
        return new SmtpProbe(loops.group(), new Dialler(guard, blocking, tls, timeouts), tls, timeouts);
    }
}
