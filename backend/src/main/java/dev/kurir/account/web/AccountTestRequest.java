package dev.kurir.account.web;

import dev.kurir.account.ConnectionTest;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record AccountTestRequest(
        @Nullable AccountId accountId,
        @NotBlank @Size(max = 254) String fromAddress,
        @Nullable @Size(max = 254) String username,
        @Nullable @Size(max = 500) String password,
        @NotNull @Valid EndpointBody smtp,
        @Nullable @Valid EndpointBody imap,
        @Nullable @Size(max = 254) String imapUsername,
        @Nullable @Size(max = 500) String imapPassword) {

    ConnectionTest toTest() {
        EmailAddress from = EmailAddress.require("/fromAddress", fromAddress);
        return new ConnectionTest(
                accountId,
                from,
                Given.username(username, from),
                smtp.toEndpoint(),
                imap == null ? null : imap.toEndpoint(),
                Given.orNull(imapUsername),
                Given.passwords(password, imapPassword));
    }

    /** Passwords never show themselves in a log. */
    @Override
    public String toString() {
        return "AccountTestRequest[fromAddress=" + fromAddress + "]";
    }
}
