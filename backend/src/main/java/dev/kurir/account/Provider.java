package dev.kurir.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preset of a mailbox provider.
 *
 * @param domains of addresses that belong to it
 * @param smtp its host may hold {@code {domain}} or {@code {region}}, to be filled in
 * @param perMinute limit we recommend to start with
 * @param help where to make an app password
 */
public record Provider(
        String id,
        String name,
        List<String> domains,
        Endpoint smtp,
        @Nullable Endpoint imap,
        @Nullable Integer perMinute,
        @Nullable String help,
        @Nullable String note) {}
