package dev.kurir.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {
    private static final String PASSWORD = "correct horse battery";

    private final PasswordEncoder encoder = new PasswordHashing().argon2id();

    @Test
    void aPasswordIsKeptAsArgon2idWithAtLeastWhatOwaspNames() {
        String hash = encoder.encode(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches(PASSWORD, hash)).isTrue();
        assertThat(encoder.matches("another one", hash)).isFalse();
    }
}
