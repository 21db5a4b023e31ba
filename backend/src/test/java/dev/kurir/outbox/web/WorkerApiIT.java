package dev.kurir.outbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.account.Accounts;
import dev.kurir.kernel.AccountId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The switch of an account that the program itself has stopped. No worker runs: nobody is called. */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
class WorkerApiIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String WORDS = "5.7.8 Username and password not accepted";

    private final Api api;
    private final Accounts accounts;
    private final PublicIds ids;

    WorkerApiIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.accounts = context.getBean(Accounts.class);
        this.ids = context.getBean(PublicIds.class);
    }

    @Test
    void anAccountThatTheProgramStoppedSaysSoAndWhyAlthoughItsSwitchStandsAtOn() {
        String account = account();
        switchTo(account, "ON");
        assertThat(worker(account)).containsEntry("stopped", false);

        stop(account);

        assertThat(worker(account))
                .containsEntry("wanted", "ON")
                .containsEntry("state", "blocked")
                .containsEntry("stopped", true)
                .containsEntry("reason", "auth_failed")
                .containsEntry("detail", WORDS)
                .containsEntry("nextAt", null);
    }

    @Test
    void onLetsAStoppedAccountTryAgainAlsoWhereItStoodAtOn() {
        String account = account();
        switchTo(account, "ON");
        stop(account);

        assertThat(switchTo(account, "ON")).containsEntry("state", "on");

        assertThat(worker(account)).containsEntry("wanted", "ON").containsEntry("stopped", false);
        assertThat(accounts.sending(idOf(account))
                        .blockOptional(SOON)
                        .orElseThrow()
                        .usable())
                .isTrue();
    }

    @Test
    void whoSwitchesAStoppedAccountOffHasOneThatIsOff() {
        String account = account();
        switchTo(account, "ON");
        stop(account);

        switchTo(account, "OFF");

        assertThat(worker(account)).containsEntry("wanted", "OFF").containsEntry("stopped", false);
    }

    private void stop(String account) {
        accounts.suspend(idOf(account), "auth_failed", WORDS).block(SOON);
    }

    private Map<String, Object> switchTo(String account, String wanted) {
        return Api.body(api.web()
                .put()
                .uri("/api/v1/accounts/" + account + "/worker")
                .bodyValue(Map.of("wanted", wanted))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private Map<String, Object> worker(String account) {
        return api.list("/api/v1/workers").stream()
                .filter(each -> account.equals(each.get("accountId")))
                .findFirst()
                .orElseThrow();
    }

    private String account() {
        String category = id(api.list("/api/v1/categories").getFirst());
        Map<String, Object> smtp = Map.of("host", "smtp.example.com", "port", 465, "security", "tls");
        Map<String, Object> request =
                Map.of("name", "Sales", "categoryId", category, "fromAddress", "sales@example.com", "smtp", smtp);
        return id(api.created("/api/v1/accounts", request));
    }

    private static String id(Map<String, Object> thing) {
        return (String) Objects.requireNonNull(thing.get("id"));
    }

    private AccountId idOf(String account) {
        return ids.decode(AccountId.class, UUID.fromString(account)).orElseThrow();
    }
}
