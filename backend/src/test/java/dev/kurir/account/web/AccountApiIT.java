package dev.kurir.account.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Accounts and their categories: what is kept, changed, refused and removed. */
@KurirTest
class AccountApiIT extends AccountsOverHttp {
    private final WebTestClient anybody;

    AccountApiIT(ApplicationContext context) {
        super(context);
        this.anybody = context.getBean(WebTestClient.class);
    }

    @Test
    void aPatchChangesOnlyWhatItGives() {
        Map<String, Object> created = create(with(Map.of(
                "imap", endpoint("imap.example.com", 993, "tls"), "imapUsername", "reader", "notes", "one\ntwo")));

        Map<String, Object> renamed = patched(created, Map.of("name", "Support"));

        assertThat(renamed)
                .containsEntry("name", "Support")
                .containsEntry("notes", "one\ntwo")
                .containsEntry("imapUsername", "reader")
                .containsEntry("passwordStored", true)
                .containsEntry("version", "2");
        assertThat(renamed.get("imap")).isNotNull();
        assertThat(sendingOf(created).password()).isNotNull();
    }

    @Test
    void limitsComeBackAsTheyWereGiven() {
        Map<String, Object> limits = new HashMap<>(Map.of(
                "gapSeconds",
                0.5,
                "jitterSeconds",
                1.0,
                "perMinute",
                20,
                "perHour",
                200,
                "perDay",
                500,
                "peopleShare",
                25,
                "connections",
                2));
        limits.put(
                "window",
                Map.of("days", List.of("mon", "fri"), "from", "08:00", "to", "17:30", "zone", "Asia/Jakarta"));
        limits.put("ramp", Map.of("start", 20, "factor", 1.5));

        Map<String, Object> created = create(with(Map.of("limits", limits)));

        assertThat(created.get("limits")).isEqualTo(limits);
        Map<String, Object> unlimited = Map.of("gapSeconds", 0.0, "jitterSeconds", 0.0, "connections", 1);
        assertThat(patched(created, Map.of("limits", unlimited)).get("limits"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsAllEntriesOf(unlimited)
                .containsEntry("peopleShare", 10)
                .extractingByKeys("perMinute", "perHour", "perDay", "window", "ramp")
                .containsOnlyNulls();
    }

    @Test
    void limitsThatCannotBeAreRefusedAtTheirField() {
        Map<String, Object> window =
                Map.of("days", List.of("mon"), "from", "08:00", "to", "17:00", "zone", "Mars/Base");
        assertRefused(
                api.post("/api/v1/accounts", withLimits("window", window)), 422, "zone_unknown", "/limits/window/zone");
        assertRefused(
                api.post("/api/v1/accounts", withLimits("ramp", Map.of("start", 5, "factor", 2))),
                422,
                "ramp_without_limit",
                "/limits/perDay");
        api.post("/api/v1/accounts", withLimits("peopleShare", 51))
                .expectStatus()
                .isEqualTo(422);
    }

    private Map<String, Object> withLimits(String field, Object value) {
        return with(Map.of("limits", Map.of("gapSeconds", 0, "jitterSeconds", 0, "connections", 1, field, value)));
    }

    @Test
    void nullTakesImapAway() {
        Map<String, Object> created = create(with(Map.of("imap", endpoint("imap.example.com", 993, "tls"))));
        Map<String, Object> change = new HashMap<>();
        change.put("imap", null);

        assertThat(patched(created, change).get("imap")).isNull();
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        Map<String, Object> created = create(request());
        patched(created, Map.of("name", "Support"));

        api.web()
                .patch()
                .uri(path(created))
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("name", "Other"))
                .exchange()
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("stale");
    }

    @Test
    void badInputNamesItsField() {
        assertRefused(
                api.post("/api/v1/accounts", with(Map.of("name", "a\r\nBcc: x"))), 422, "control_character", "/name");
        assertRefused(
                api.post("/api/v1/accounts", with(Map.of("fromAddress", "nobody"))),
                422,
                "email_invalid",
                "/fromAddress");
        assertRefused(
                api.post("/api/v1/accounts", with(Map.of("smtp", endpoint("a b", 465, "tls")))),
                422,
                "host_invalid",
                "/smtp/host");
        assertRefused(
                api.post("/api/v1/accounts", with(Map.of("smtp", endpoint("10.0.0.1", 25, "none")))),
                422,
                "plain_not_allowed",
                "/smtp/security");
        assertRefused(
                api.post("/api/v1/accounts", with(Map.of("smtp", Map.of("host", "a")))), 422, "invalid", "/smtp/port");
        assertRefused(
                api.post(
                        "/api/v1/accounts",
                        with(Map.of("categoryId", UUID.randomUUID().toString()))),
                422,
                "invalid",
                "/categoryId");
    }

    @Test
    void theSameKeyMakesOneAccount() {
        String key = UUID.randomUUID().toString();

        Object first = Api.body(api.post("/api/v1/accounts", request(), key)
                        .expectStatus()
                        .isCreated())
                .get("id");
        Object second = Api.body(api.post("/api/v1/accounts", request(), key)
                        .expectStatus()
                        .isCreated())
                .get("id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aRemovedAccountLosesItsCredentialsAndItsCategory() {
        String category = category("Passing " + UUID.randomUUID());
        Map<String, Object> created = create(with(Map.of("categoryId", category)));
        assertRefused(api.delete("/api/v1/categories/" + category), 409, "category_in_use");

        api.delete(path(created)).expectStatus().isNoContent();

        assertRefused(api.get(path(created)), 404, "account_not_found");
        Boolean gone = database.sql(
                        "select secret is null and deleted_at is not null as gone from account where id = :id")
                .bind("id", idOf(created).value())
                .map(row -> row.get("gone", Boolean.class))
                .one()
                .block(Duration.ofSeconds(10));
        assertThat(gone).isTrue();
        api.delete("/api/v1/categories/" + category).expectStatus().isNoContent();
    }

    @Test
    void categoriesStartWithAutomationAndHaveUniqueNames() {
        api.get("/api/v1/categories")
                .expectBody()
                .jsonPath("$[?(@.name=='Automation')]")
                .exists();
        assertRefused(api.post("/api/v1/categories", Map.of("name", "AUTOMATION")), 409, "category_exists");
    }

    @Test
    void aDeactivatedAccountLeavesTheActiveOnes() {
        Map<String, Object> created = create(with(Map.of("name", "Resting")));
        patched(created, Map.of("active", false));

        assertThat(sendingOf(created).usable()).isFalse();
        assertThat(names("?active=true")).doesNotContain("Resting");
        assertThat(names("?active=false")).contains("Resting");
        assertThat(names("").getLast()).isEqualTo("Resting");
    }

    @Test
    void presetsBeginWithTheCommonest() {
        api.get("/api/v1/providers")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].id")
                .isEqualTo("gmail")
                .jsonPath("$[0].smtp.security")
                .isEqualTo("tls")
                .jsonPath("$.length()")
                .isEqualTo(71);
    }

    @Test
    void withoutALoginThereIsNothingToSee() {
        anybody.get().uri("/api/v1/accounts").exchange().expectStatus().isUnauthorized();
    }

    private String category(String name) {
        return (String) Objects.requireNonNull(
                api.created("/api/v1/categories", Map.of("name", name)).get("id"));
    }

    private List<String> names(String query) {
        return api.list("/api/v1/accounts" + query).stream()
                .map(account -> String.valueOf(account.get("name")))
                .toList();
    }
}
