package dev.kurir.account.web;

import dev.kurir.account.AccountSettings;
import dev.kurir.account.Limits;
import dev.kurir.account.NewAccount;
import dev.kurir.account.ReadingSettings;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AccountRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull CategoryId categoryId,
        @Nullable Channel channel,
        @Nullable Boolean active,
        @Nullable @Size(max = 2000) String notes,
        @Nullable @Size(max = 2000) String signature,
        @Nullable @Size(max = 100) String provider,
        @Nullable @Size(max = 100) String fromName,
        @NotBlank @Size(max = 254) String fromAddress,
        @Nullable @Size(max = 254) String username,
        @Nullable @Size(max = 500) String password,
        @NotNull @Valid EndpointBody smtp,
        @Nullable @Valid EndpointBody imap,
        @Nullable @Size(max = 254) String imapUsername,
        @Nullable @Size(max = 500) String imapPassword,
        @Nullable @Valid ReadingBody reading,
        @Nullable @Valid LimitsBody limits) {

    NewAccount toAccount() {
        return new NewAccount(settings(), Given.passwords(password, imapPassword));
    }

    /** What makes two requests the same; no trace of a password is kept for that. */
    AccountRequest withoutPasswords() {
        return new AccountRequest(
                name,
                categoryId,
                channel,
                active,
                notes,
                signature,
                provider,
                fromName,
                fromAddress,
                username,
                null,
                smtp,
                imap,
                imapUsername,
                null,
                reading,
                limits);
    }

    private AccountSettings settings() {
        EmailAddress from = EmailAddress.require("/fromAddress", fromAddress);
        return new AccountSettings(
                name.strip(),
                categoryId,
                active == null || active,
                Given.or(notes, ""),
                Given.or(signature, "").strip(),
                Given.or(provider, "custom"),
                Given.or(fromName, "").strip(),
                from,
                Given.username(username, from),
                smtp.toEndpoint(),
                imap == null ? null : imap.toEndpoint(),
                Given.orNull(imapUsername),
                reading == null ? ReadingSettings.DEFAULT : reading.toSettings(),
                limits == null ? Limits.NONE : limits.toLimits());
    }

    /** Passwords never show themselves in a log. */
    @Override
    public String toString() {
        return "AccountRequest[fromAddress=" + fromAddress + "]";
    }
}
