package dev.kurir.inbox.imap;

import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.platform.net.TargetGuard;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what speaks IMAP. */
@Configuration(proxyBeanMethods = false)
class ImapConfiguration {
    /** Trusts what the JDK trusts. */
    @Bean
    ImapProbe imapProbe(TargetGuard guard, BlockingMailIo io) {
        return new ImapProbe(new GuardedSockets(guard, (SSLSocketFactory) SSLSocketFactory.getDefault()), io);
    }
}
