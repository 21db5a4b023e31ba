package dev.kurir.delivery.mime;

import dev.kurir.outbox.MessageAssembly;
import dev.kurir.platform.ids.PublicIds;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the assembly to the outbox. */
@Configuration(proxyBeanMethods = false)
class MimeConfiguration {
    /** A preview shows a message that does not exist yet. */
    private static final UUID NOT_YET = new UUID(0, 0);

    @Bean
    MessageAssembly messageAssembly(PublicIds ids) {
        return new MimeAssembly(id -> (id.value() > 0 ? ids.encode(id) : NOT_YET).toString());
    }
}
