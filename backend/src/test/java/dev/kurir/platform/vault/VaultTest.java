package dev.kurir.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final WorkspaceId HERE = new WorkspaceId(1);
    private static final VaultPlace PLACE = new VaultPlace(HERE, "account", new AccountId(7), "secret");
    private static final String SECRET = "kata sandi ✉ rahasia";

    private final VaultKey first = VaultKey.of(new byte[32]);
    private final VaultKey second = VaultKey.of(filled());

    @Test
    void opensWhatItSealed() {
        Vault vault = new Vault(List.of(first));

        assertThat(vault.open(PLACE, vault.seal(PLACE, SECRET))).isEqualTo(SECRET);
        assertThat(vault.open(PLACE, vault.seal(PLACE, ""))).isEmpty();
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        Vault vault = new Vault(List.of(first));
        assertThat(vault.seal(PLACE, SECRET)).isNotEqualTo(vault.seal(PLACE, SECRET));
        assertThat(new String(vault.seal(PLACE, "plainly"), StandardCharsets.ISO_8859_1))
                .doesNotContain("plainly");
    }

    @Test
    void aSecretMovedToAnotherPlaceDoesNotOpen() {
        Vault vault = new Vault(List.of(first));
        byte[] sealed = vault.seal(PLACE, SECRET);

        for (VaultPlace other : List.of(
                new VaultPlace(new WorkspaceId(2), "account", new AccountId(7), "secret"),
                new VaultPlace(HERE, "account", new AccountId(8), "secret"),
                new VaultPlace(HERE, "account", new AccountId(7), "imap_secret"),
                new VaultPlace(HERE, "contact", new ContactId(7), "secret"))) {
            assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(SecretUnreadableException.class);
        }
    }

    @Test
    void aChangedOctetAnywhereIsNoticed() {
        Vault vault = new Vault(List.of(first));
        byte[] sealed = vault.seal(PLACE, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> vault.open(PLACE, damaged)).isInstanceOf(SecretUnreadableException.class);
        }
        assertThatThrownBy(() -> vault.open(PLACE, new byte[0])).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void aNewKeyBeforeTheOldOneSealsAndBothOpen() {
        byte[] old = new Vault(List.of(first)).seal(PLACE, SECRET);
        Vault rotated = new Vault(List.of(second, first));

        assertThat(rotated.open(PLACE, old)).isEqualTo(SECRET);
        byte[] fresh = rotated.seal(PLACE, SECRET);
        assertThat(new Vault(List.of(second)).open(PLACE, fresh)).isEqualTo(SECRET);
    }

    @Test
    void withoutItsKeyTheAnswerNamesTheKey() {
        byte[] sealed = new Vault(List.of(first)).seal(PLACE, SECRET);

        assertThatThrownBy(() -> new Vault(List.of(second)).open(PLACE, sealed))
                .isInstanceOf(SecretUnreadableException.class)
                .hasMessageContaining(first.id());
    }

    private static byte[] filled() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }
}
