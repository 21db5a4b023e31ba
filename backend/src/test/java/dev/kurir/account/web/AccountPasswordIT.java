package dev.kurir.account.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.SendingAccount;
import dev.kurir.kernel.AccountId;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The password of an account: who sees it, who must give it again, and what happens when a server refuses it. */
@KurirTest
class AccountPasswordIT extends AccountsOverHttp {
    AccountPasswordIT(ApplicationContext context) {
        super(context);
    }

    @Test
    void givesOutEverythingButThePassword() {
        Map<String, Object> account = create(request());

        assertThat(account)
                .containsEntry("name", "Sales")
                .containsEntry("channel", "email")
                .containsEntry("active", true)
                .containsEntry("fromAddress", "sales@example.com")
                .containsEntry("username", "sales@example.com")
                .containsEntry("passwordStored", true)
                .containsEntry("smtp", SMTP)
                .containsEntry("provider", "custom")
                .containsEntry("sandbox", false)
                .containsEntry("version", "1");
        assertThat(account.toString()).doesNotContain(SECRET);
    }

    @Test
    void thePasswordIsSealedInTheDatabaseAndOpensForSending() {
        AccountId id = idOf(create(request()));

        SendingAccount sending = Objects.requireNonNull(accounts.sending(id).block(Duration.ofSeconds(10)));
        String sealed = database.sql("select encode(secret, 'escape') as s from account where id = :id")
                .bind("id", id.value())
                .map(row -> row.get("s", String.class))
                .one()
                .block(Duration.ofSeconds(10));

        assertThat(Objects.requireNonNull(sending.password()).value()).isEqualTo(SECRET);
        assertThat(sending.toString()).doesNotContain(SECRET);
        assertThat(sealed).isNotBlank().doesNotContain(SECRET);
    }

    @Test
    void anotherHostNeedsThePasswordAgain() {
        Map<String, Object> created = create(request());
        Map<String, Object> elsewhere = Map.of("smtp", endpoint("evil.example", 465, "tls"));

        assertRefused(api.patch(path(created), elsewhere), 422, "password_required", "/password");
        assertRefused(
                api.post(
                        "/api/v1/accounts/test",
                        with(Map.of("accountId", created.get("id"), "smtp", elsewhere.get("smtp")), "password")),
                422,
                "password_required",
                "/password");
        patched(created, Map.of("smtp", endpoint("evil.example", 465, "tls"), "password", "known"));
        assertThat(Objects.requireNonNull(sendingOf(created).password()).value())
                .isEqualTo("known");
    }

    @Test
    void mendingThePasswordLetsABlockedAccountTryAgain() {
        Map<String, Object> created = create(request());
        accounts.suspend(idOf(created), "auth_failed", "535 5.7.8 no").block(Duration.ofSeconds(10));
        assertThat(sendingOf(created).usable()).isFalse();
        assertThat(sendingOf(created).blockedDetail()).isEqualTo("535 5.7.8 no");

        patched(created, Map.of("notes", "still blocked"));
        assertThat(sendingOf(created).usable()).isFalse();

        patched(created, Map.of("password", "better"));
        assertThat(sendingOf(created).usable()).isTrue();
    }

    @Test
    void thePersonsSwitchClearsTheBlock() {
        AccountId id = idOf(create(request()));
        accounts.suspend(id, "auth_failed", "535").block(Duration.ofSeconds(10));

        accounts.want(owner.caller().workspaceId(), id, true, "Ada").block(Duration.ofSeconds(10));

        SendingAccount sending = Objects.requireNonNull(accounts.sending(id).block(Duration.ofSeconds(10)));
        assertThat(sending.usable()).isTrue();
        assertThat(sending.wanted()).isTrue();
        List<String> types = database.sql("select type from event where account_id = :id order by tx, seq")
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get("type", String.class)))
                .all()
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(types).contains("account_added", "worker_blocked", "worker_wanted", "changed");
    }
}
