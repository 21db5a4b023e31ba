package dev.kurir.onboarding.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@KurirTest
class SandboxApiIT {
    private final Api api;

    SandboxApiIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
    }

    @AfterEach
    void remove() {
        api.delete("/api/v1/sandbox").expectStatus().isNoContent();
    }

    @Test
    void oneCallMakesAccountPeopleAndCampaign() {
        Map<String, Object> made = create();

        assertThat(made).containsEntry("contacts", 25);
        assertThat(account(made))
                .containsEntry("sandbox", true)
                .containsEntry("passwordStored", true)
                .containsEntry("smtp", Map.of("host", "sandbox.test", "port", 25, "security", "none"))
                .containsEntry("imap", Map.of("host", "sandbox.test", "port", 143, "security", "none"));
        assertThat(campaign(made)).containsEntry("state", "draft").containsEntry("name", "Sample: a first hello");
        assertThat(preflight(made)).containsEntry("ok", true);
        assertThat(api.object("/api/v1/me")).containsEntry("sandbox", true);
    }

    @Test
    void aSecondCallAnswersWithWhatIsThere() {
        Map<String, Object> made = create();

        assertThat(create()).isEqualTo(made);
        assertThat(api.list("/api/v1/accounts")).hasSize(1);
        assertThat(api.list("/api/v1/lists")).hasSize(1);
    }

    @Test
    void whatSomebodyTookAwayComesBack() {
        Map<String, Object> made = create();
        api.delete("/api/v1/campaigns/" + made.get("campaignId")).expectStatus().isNoContent();

        Map<String, Object> again = create();

        assertThat(again.get("accountId")).isEqualTo(made.get("accountId"));
        assertThat(again.get("campaignId")).isNotEqualTo(made.get("campaignId"));
    }

    @Test
    void theCampaignSpeaksTheLanguageOfThePerson() {
        api.patch("/api/v1/me", Map.of("language", "id")).expectStatus().isOk();

        assertThat(campaign(create())).containsEntry("name", "Contoh: salam pertama");

        api.patch("/api/v1/me", Map.of("language", "en")).expectStatus().isOk();
    }

    @Test
    void theSamplesGoAndWhatPeopleAddedStays() {
        Map<String, Object> made = create();
        api.created("/api/v1/contacts", Map.of("email", "mine@example.com", "name", "Mine"));

        api.delete("/api/v1/sandbox").expectStatus().isNoContent();

        assertRefused(api.get("/api/v1/accounts/" + made.get("accountId")), 404, "account_not_found");
        assertRefused(api.get("/api/v1/campaigns/" + made.get("campaignId")), 404, "campaign_not_found");
        assertThat(items("/api/v1/contacts")).extracting(row -> row.get("name")).containsExactly("Mine");
        assertThat(api.object("/api/v1/onboarding"))
                .containsEntry("sandboxAvailable", true)
                .containsEntry("sandboxCreated", false);
    }

    /** While mail is under way, too: what waits is cancelled first. */
    @Test
    void theSamplesGoInTheMiddleOfSending() {
        Map<String, Object> made = create();
        api.post("/api/v1/campaigns/" + made.get("campaignId") + "/process", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        await().atMost(Duration.ofSeconds(30)).until(() -> accepted(made) > 0);

        api.delete("/api/v1/sandbox").expectStatus().isNoContent();

        assertRefused(api.get("/api/v1/campaigns/" + made.get("campaignId")), 404, "campaign_not_found");
    }

    private Map<String, Object> create() {
        return api.created("/api/v1/sandbox", Map.of());
    }

    private Map<String, Object> account(Map<String, Object> made) {
        return api.object("/api/v1/accounts/" + made.get("accountId"));
    }

    private Map<String, Object> campaign(Map<String, Object> made) {
        return api.object("/api/v1/campaigns/" + made.get("campaignId"));
    }

    private Map<String, Object> preflight(Map<String, Object> made) {
        return api.object("/api/v1/campaigns/" + made.get("campaignId") + "/preflight");
    }

    private int accepted(Map<String, Object> made) {
        Map<?, ?> states = (Map<?, ?>)
                Objects.requireNonNull(api.object("/api/v1/campaigns/" + made.get("campaignId") + "/progress")
                        .get("states"));
        return (Integer) Objects.requireNonNull(states.get("accepted"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> items(String path) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(api.object(path).get("items"));
    }
}
