package dev.kurir.account;

/** An account to be added; the one of the sandbox retries within seconds and may connect without encryption. */
public record NewAccount(AccountSettings settings, Passwords passwords, boolean sandbox) {
    public NewAccount(AccountSettings settings, Passwords passwords) {
        this(settings, passwords, false);
    }
}
