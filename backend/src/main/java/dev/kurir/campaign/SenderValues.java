package dev.kurir.campaign;

import dev.kurir.account.AccountSummary;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the account gives to a template, as the generation freezes it. */
final class SenderValues {
    private SenderValues() {}

    static Map<String, String> with(Map<String, String> ofContact, @Nullable AccountSummary account) {
        Map<String, String> values = new HashMap<>(ofContact);
        if (account != null) {
            values.put("account.name", account.fromName().isEmpty() ? account.name() : account.fromName());
            values.put("account.email", account.from().value());
        }
        return Map.copyOf(values);
    }
}
