package dev.kurir.account.web;

import dev.kurir.account.AccountChange;
import dev.kurir.account.AccountSettings;
import dev.kurir.account.Endpoint;
import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.EmailAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Absent fields stay as they are; null takes {@code imap}, its user name or its password away. */
@SuppressWarnings("NullableOptional") // absent and null are two things in a PATCH
record AccountUpdate(
        @Nullable @Size(min = 1, max = 100) String name,
        @Nullable CategoryId categoryId,
        @Nullable Boolean active,
        @Nullable @Size(max = 2000) String notes,
        @Nullable @Size(max = 2000) String signature,
        @Nullable @Size(max = 100) String provider,
        @Nullable @Size(max = 100) String fromName,
        @Nullable @Size(max = 254) String fromAddress,
        @Nullable @Size(max = 254) String username,
        @Nullable @Size(max = 500) String password,
        @Nullable @Valid EndpointBody smtp,
        @Nullable Optional<@Valid EndpointBody> imap,
        @Nullable Optional<@Size(max = 254) String> imapUsername,
        @Nullable Optional<@Size(max = 500) String> imapPassword,
        @Nullable @Valid ReadingBody reading,
        @Nullable @Valid LimitsBody limits) {

    AccountChange toChange() {
        String imapSecret = imapPassword == null ? null : imapPassword.orElse("");
        return new AccountChange(this::applyTo, Given.passwords(password, imapSecret));
    }

    private AccountSettings applyTo(AccountSettings old) {
        EmailAddress from = fromAddress == null ? old.from() : EmailAddress.require("/fromAddress", fromAddress);
        return new AccountSettings(
                Given.or(name, old.name()).strip(),
                Given.or(categoryId, old.categoryId()),
                Given.or(active, old.active()),
                Given.or(notes, old.notes()),
                Given.or(signature, old.signature()).strip(),
                Given.or(provider, old.provider()),
                Given.or(fromName, old.fromName()).strip(),
                from,
                username == null ? old.username() : Given.username(username, from),
                smtp == null ? old.smtp() : smtp.toEndpoint(),
                imapAfter(old),
                imapUsername == null ? old.imapUsername() : Given.orNull(imapUsername.orElse(null)),
                reading == null ? old.reading() : reading.toSettings(),
                limits == null ? old.limits() : limits.toLimits());
    }

    private @Nullable Endpoint imapAfter(AccountSettings old) {
        return imap == null ? old.imap() : imap.map(EndpointBody::toEndpoint).orElse(null);
    }

    /** Passwords never show themselves in a log. */
    @Override
    public String toString() {
        return "AccountUpdate[fromAddress=" + fromAddress + "]";
    }
}
