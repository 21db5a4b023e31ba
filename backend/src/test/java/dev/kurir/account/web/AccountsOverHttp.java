package dev.kurir.account.web;

import dev.kurir.account.Accounts;
import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Api;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** Accounts over HTTP, and what the program keeps of them. */
abstract class AccountsOverHttp {
    static final String SECRET = "canary-smtp-4711";
    static final Map<String, Object> SMTP = endpoint("smtp.example.com", 465, "tls");

    final Api api;
    final Owner owner;
    final Accounts accounts;
    final DatabaseClient database;
    private final PublicIds ids;

    AccountsOverHttp(ApplicationContext context) {
        this.owner = Owner.of(context);
        this.api = new Api(owner.web());
        this.accounts = context.getBean(Accounts.class);
        this.ids = context.getBean(PublicIds.class);
        this.database = context.getBean(DatabaseClient.class);
    }

    final Map<String, Object> request() {
        return with(Map.of());
    }

    final Map<String, Object> with(Map<String, ?> more, String... without) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "Sales");
        request.put("categoryId", automation());
        request.put("fromAddress", "sales@example.com");
        request.put("password", SECRET);
        request.put("smtp", SMTP);
        request.putAll(more);
        List.of(without).forEach(request::remove);
        return request;
    }

    final String automation() {
        List<Map<String, Object>> all = api.list("/api/v1/categories");
        return (String) Objects.requireNonNull(all.stream()
                .filter(category -> "Automation".equals(category.get("name")))
                .findFirst()
                .orElseThrow()
                .get("id"));
    }

    final Map<String, Object> create(Map<String, Object> request) {
        return api.created("/api/v1/accounts", request);
    }

    final Map<String, Object> patched(Map<String, Object> account, Map<String, ?> change) {
        return Api.body(api.patch(path(account), change).expectStatus().isOk());
    }

    final SendingAccount sendingOf(Map<String, Object> account) {
        return Objects.requireNonNull(accounts.sending(idOf(account)).block(Duration.ofSeconds(10)));
    }

    final AccountId idOf(Map<String, Object> account) {
        return ids.decode(AccountId.class, UUID.fromString((String) Objects.requireNonNull(account.get("id"))))
                .orElseThrow();
    }

    static String path(Map<String, Object> account) {
        return "/api/v1/accounts/" + account.get("id");
    }

    static Map<String, Object> endpoint(String host, int port, String security) {
        return Map.of("host", host, "port", port, "security", security);
    }
}
