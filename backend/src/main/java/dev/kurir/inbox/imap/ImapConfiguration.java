package dev.kurir.inbox.imap;

import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.platform.net.TargetGuard;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what speaks IMAP. It trusts what the JDK trusts. */
@Configuration(proxyBeanMethods = false)
class ImapConfiguration {
    @Bean
    GuardedSockets imapSockets(TargetGuard guard) {
        return new GuardedSockets(guard, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    @Bean
    ImapProbe imapProbe(GuardedSockets sockets, BlockingMailIo io) {
        return new ImapProbe(sockets, io);
    }

    @Bean
    ImapServers imapServers(GuardedSockets sockets) {
        return new ImapServers(sockets);
    }
}
