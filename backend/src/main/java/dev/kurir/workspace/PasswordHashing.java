package dev.kurir.workspace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with the parameters that OWASP names as the least (19 MiB, two passes, one lane). */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {
    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final int LANES = 1;
    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder argon2id() {
        return new Argon2PasswordEncoder(SALT_OCTETS, HASH_OCTETS, LANES, KIB, PASSES);
    }
}
