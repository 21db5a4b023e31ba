package dev.kurir.account;

import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What people set on an account, passwords apart.
 *
 * @param signature below answers, in plain text; empty: none
 * @param provider id of a preset, or {@code custom}
 * @param imap null: no mail is read
 * @param imapUsername null: the same as for sending
 */
public record AccountSettings(
        String name,
        CategoryId categoryId,
        boolean active,
        String notes,
        String signature,
        String provider,
        String fromName,
        EmailAddress from,
        String username,
        Endpoint smtp,
        @Nullable Endpoint imap,
        @Nullable String imapUsername,
        ReadingSettings reading,
        Limits limits) {}
