package dev.kurir.account;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Seals passwords for the database; a sealed one opens only in the column of the account it was made for. */
public interface CredentialVault {
    byte[] seal(Purpose purpose, WorkspaceId workspace, AccountId account, Secret secret);

    /** The secret; null where none is stored. */
    @Nullable Secret open(Purpose purpose, WorkspaceId workspace, AccountId account, byte @Nullable [] sealed);

    /** What the password is for, which is the column it stands in. */
    enum Purpose {
        SMTP("secret"),
        IMAP("imap_secret");

        private final String column;

        Purpose(String column) {
            this.column = column;
        }

        public String column() {
            return column;
        }
    }
}
