package dev.kurir.account.persistence;

import dev.kurir.account.CredentialVault;
import dev.kurir.account.Secret;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.vault.Vault;
import dev.kurir.platform.vault.VaultPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class SealedCredentials implements CredentialVault {
    private final Vault vault;

    SealedCredentials(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(Purpose purpose, WorkspaceId workspace, AccountId account, Secret secret) {
        return vault.seal(place(purpose, workspace, account), secret.value());
    }

    @Override
    public @Nullable Secret open(Purpose purpose, WorkspaceId workspace, AccountId account, byte @Nullable [] sealed) {
        return sealed == null ? null : new Secret(vault.open(place(purpose, workspace, account), sealed));
    }

    private static VaultPlace place(Purpose purpose, WorkspaceId workspace, AccountId account) {
        return new VaultPlace(workspace, "account", account, purpose.column());
    }
}
