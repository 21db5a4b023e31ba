package dev.kurir.account.web;

import dev.kurir.account.Account;
import dev.kurir.account.AccountSettings;
import dev.kurir.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record AccountResponse(
        AccountId id,
        String version,
        String name,
        CategoryResponse category,
        Channel channel,
        boolean active,
        String notes,
        String signature,
        String provider,
        String fromName,
        String fromAddress,
        String username,
        boolean passwordStored,
        EndpointBody smtp,
        @Nullable EndpointBody imap,
        @Nullable String imapUsername,
        ReadingBody reading,
        LimitsBody limits,
        boolean sandbox,
        Instant createdAt) {

    static AccountResponse of(Account account) {
        AccountSettings settings = account.settings();
        return new AccountResponse(
                account.id(),
                Long.toString(account.version()),
                settings.name(),
                CategoryResponse.of(account.category()),
                Channel.EMAIL,
                settings.active(),
                settings.notes(),
                settings.signature(),
                settings.provider(),
                settings.fromName(),
                settings.from().value(),
                settings.username(),
                account.passwordStored(),
                EndpointBody.ofGiven(settings.smtp()),
                EndpointBody.of(settings.imap()),
                settings.imapUsername(),
                ReadingBody.of(settings.reading()),
                LimitsBody.of(settings.limits()),
                account.sandbox(),
                account.createdAt());
    }
}
