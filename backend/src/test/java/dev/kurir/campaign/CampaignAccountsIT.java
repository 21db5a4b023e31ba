package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** The accounts that a campaign is sent from, one or several. */
@KurirTest
class CampaignAccountsIT extends CampaignsOverHttp {
    CampaignAccountsIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        super(context, database, ids);
    }

    @Test
    void severalAccountsShareOneCampaign() {
        AccountId other = rows.account("Other", "", "other@toko.test");
        String id = rotating(other);
        rename(id);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        rename(id);

        JsonNode campaign = json(HttpMethod.GET, "/campaigns/" + id, null, 200);

        assertThat(text(campaign.path("account"), "name")).isEqualTo("Shop");
        assertThat(campaign.path("accounts").findValuesAsString("name")).containsExactly("Shop", "Other");
        assertThat(campaign.path("accounts").findValuesAsString("weight")).containsExactly("3", "1");
        assertThat(text(campaign, "rotation")).isEqualTo("weight");
        assertThat(campaign.path("progress").path("accounts").findValuesAsString("queued"))
                .containsExactlyInAnyOrder("3", "1");
        assertThat(balanced(id)).isTrue();
        assertThat(rows.count("select count(distinct draft_id) from campaign_account a join campaign c"
                        + " on c.id = a.campaign_id where a.account_id in ("
                        + rows.account().value() + ", "
                        + other.value() + ")"))
                .isEqualTo(2);
        assertThat(text(
                        json(HttpMethod.GET, "/accounts/" + id(other) + "/dependents", null, 200)
                                .path("campaigns")
                                .get(0),
                        "id"))
                .isEqualTo(id);
        assertThat(json(HttpMethod.GET, "/campaigns/" + id + "/audience", null, 200)
                        .path("sample")
                        .size())
                .isEqualTo(4);

        JsonNode copy = json(HttpMethod.POST, "/campaigns/" + id + "/duplicate", null, 201);
        assertThat(copy.path("accounts")).isEqualTo(campaign.path("accounts"));
        assertThat(text(copy, "rotation")).isEqualTo("weight");
    }

    @Test
    void everyAccountOfACampaignMustBeActive() {
        AccountId other = rows.account("Other", "", "other@toko.test");
        String id = rotating(other);
        rows.run("update account set active = false where id = " + other.value());

        JsonNode preflight = json(HttpMethod.GET, "/campaigns/" + id + "/preflight", null, 200);

        assertThat(preflight.path("ok").asBoolean()).isFalse();
        assertThat(preflight.path("checks").findValuesAsString("accounts")).containsExactly("Other");
        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 409), "preflight_failed");
        assertProblem(
                json(HttpMethod.POST, "/campaigns/" + id + "/test", Map.of("to", List.of("a@me.test")), 409),
                "account_inactive");
    }

    @Test
    void oneAccountIsChosenInItsOldShortFormToo() {
        String id = rotating(rows.account("Other", "", "other@toko.test"));

        JsonNode one = json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("accountId", id(rows.account())), 200);
        JsonNode sticky = json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("rotation", "sticky"), 200);

        assertThat(one.path("accounts").findValuesAsString("id")).containsExactly(id(rows.account()));
        assertThat(sticky.path("accounts")).isEqualTo(one.path("accounts"));
        assertThat(text(sticky, "rotation")).isEqualTo("sticky");
    }

    @Test
    void accountsThatCannotBeSharedAreRefused() {
        Map<String, Object> account = Map.of("id", id(rows.account()));

        assertProblem(create(Map.of("name", "P", "accounts", List.of(account, account)), 422), "duplicate");
        create(Map.of("name", "P", "accounts", List.of(Map.of("id", id(rows.account()), "weight", 0))), 422);
        create(Map.of("name", "P", "accounts", List.of(account), "rotation", "random"), 422);
        assertProblem(
                create(
                        Map.of("name", "P", "accounts", List.of(account, Map.of("id", id(new AccountId(999_999))))),
                        422),
                "account_inactive");
    }

    @Test
    void namesWhatDependsOnAnAccount() {
        String id = generated();

        JsonNode dependents = json(HttpMethod.GET, "/accounts/" + id(rows.account()) + "/dependents", null, 200);

        assertThat(dependents.path("waiting").asInt()).isEqualTo(2);
        assertThat(text(dependents.path("campaigns").get(0), "id")).isEqualTo(id);
    }

    /** To four people, three from the account and one from the other. */
    private String rotating(AccountId other) {
        long list = rows.list("L" + rows.account().value());
        rows.people("rotating" + list + "_", 4, list);
        String id = ready(list);
        List<Map<String, Object>> accounts =
                List.of(Map.of("id", id(rows.account()), "weight", 3), Map.of("id", id(other)));
        json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("accounts", accounts, "rotation", "weight"), 200);
        return id;
    }

    private void rename(String id) {
        json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("name", "Promo " + System.nanoTime()), 200);
    }
}
