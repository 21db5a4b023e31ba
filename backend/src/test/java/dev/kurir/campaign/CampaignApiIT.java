package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.Id;
import dev.kurir.kernel.ListId;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Campaigns over HTTP, with the workers that make their messages; the account's worker is off, so nothing is sent. */
@KurirTest
class CampaignApiIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HTML = "<p>Hi {{name|friend}}</p><a href=\"{{unsubscribe_url}}\">Stop</a>";
    private static final String TEXT = "Hi {{name|friend}}\n{{unsubscribe_url}}";

    private final WebTestClient web;
    private final PublicIds ids;
    private final CampaignRowsFixture rows;

    CampaignApiIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        Owner owner = Owner.of(context);
        this.web = owner.web();
        this.ids = ids;
        this.rows = CampaignRowsFixture.in(database, owner.caller().workspaceId());
    }

    @Test
    void aDraftIsEditedWithVersions() {
        JsonNode draft = create(Map.of("name", "Promo"), 201);
        String id = text(draft, "id");

        JsonNode changed = json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "Halo"), 200);
        web.patch()
                .uri("/api/v1/campaigns/" + id)
                .header("If-Match", text(draft, "version"))
                .bodyValue(Map.of("subject", "Late"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);

        assertThat(text(draft, "state")).isEqualTo("draft");
        assertThat(text(changed, "subject")).isEqualTo("Halo");
        assertThat(text(changed, "name")).isEqualTo("Promo");
        assertThat(text(changed, "version")).isNotEqualTo(text(draft, "version"));
    }

    @Test
    void nullTakesTheAccountAwayAndAbsentLeavesIt() {
        String id = text(create(Map.of("name", "Promo", "accountId", id(rows.account())), 201), "id");

        assertThat(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "x"), 200)
                        .path("account")
                        .path("name")
                        .asString())
                .isEqualTo("Shop");
        assertThat(json(HttpMethod.PATCH, "/campaigns/" + id, "{\"accountId\": null}", 200)
                        .path("account")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsNotOfThisWorkspaceIsRefusedWithItsField() {
        assertProblem(create(Map.of("name", "P", "lists", List.of(id(new ListId(999_999)))), 422), "list_not_found");
        assertProblem(create(Map.of("name", "P", "accountId", id(new AccountId(999_999))), 422), "account_inactive");
        assertProblem(create(Map.of("name", "P", "subject", "a\r\nBcc: x@y.z"), 422), "control_character");
        json(HttpMethod.GET, "/campaigns/" + id(new CampaignId(999_999)), null, 404);
    }

    @Test
    void anInactiveAccountCannotBePicked() {
        rows.run(
                "update account set active = false where id = " + rows.account().value());

        assertProblem(create(Map.of("name", "P", "accountId", id(rows.account())), 422), "account_inactive");
    }

    @Test
    void whatBecomesOfUncertainMessagesIsSetInEveryStateAndLogged() {
        String id = text(create(Map.of("name", "Promo"), 201), "id");
        assertThat(json(HttpMethod.GET, "/campaigns/" + id, null, 200)
                        .path("uncertainPolicy")
                        .path("action")
                        .asString())
                .isEqualTo("ask");
        String path = "/campaigns/" + id + "/uncertain-policy";

        JsonNode set = json(HttpMethod.PUT, path, Map.of("action", "send_again", "afterMinutes", 90), 200);

        assertThat(set.path("uncertainPolicy").path("afterMinutes").asInt()).isEqualTo(90);
        assertProblem(
                json(HttpMethod.PUT, path, Map.of("action", "send_again", "afterMinutes", 30), 422), "out_of_range");
        assertThat(rows.texts(
                        "select actor || ' ' || (payload ->> 'policy') || ' ' || (payload ->> 'minutes') from event"
                                + " where type = 'campaign_uncertain_policy' and payload ->> 'name' = 'Promo'"))
                .containsExactly("Owner send_again 90");
    }

    @Test
    void theAudienceIsCountedBeforeAndFrozenAfterGeneration() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("one@audience.test", list);
        rows.contact("", list);
        String id = ready(list);

        JsonNode before = json(HttpMethod.GET, "/campaigns/" + id + "/audience", null, 200);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        rows.contact("late@audience.test", list);
        JsonNode after = json(HttpMethod.GET, "/campaigns/" + id + "/audience", null, 200);

        assertThat(before.path("total").asInt()).isEqualTo(2);
        assertThat(before.path("skipped").path("noAddress").asInt()).isEqualTo(1);
        assertThat(before.path("sample").get(0).path("email").asString()).isEqualTo("one@audience.test");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void thePreflightBlocksGenerateAndProcess() {
        String id = text(create(Map.of("name", "Empty"), 201), "id");

        JsonNode preflight = json(HttpMethod.GET, "/campaigns/" + id + "/preflight", null, 200);
        JsonNode refused = json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 409);

        assertThat(preflight.path("ok").asBoolean()).isFalse();
        assertProblem(refused, "preflight_failed");
        assertThat(refused.path("errors").findValuesAsString("code"))
                .contains("account", "audience", "subject", "body");
        assertThat(state(id)).isEqualTo("draft");
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

    @Test
    void fiftyAtOnceHaveOneEffect() {
        long list = rows.list("L" + rows.account().value());
        rows.people("fifty", 300, list);
        String id = ready(list);

        List<Integer> answers = Objects.requireNonNull(Flux.range(0, 50)
                .flatMap(
                        at -> Mono.fromCallable(
                                        () -> status("/campaigns/" + id + (at % 2 == 0 ? "/generate" : "/process")))
                                .subscribeOn(Schedulers.boundedElastic()),
                        50)
                .collectList()
                .block(SOON));
        awaitState(id, "processing");

        assertThat(answers).allMatch(status -> status / 100 == 2);
        assertThat(json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                        .path("states")
                        .path("queued")
                        .asInt())
                .isEqualTo(300);
        assertThat(rows.count(
                        "select count(*) from draft d join campaign_account c on c.draft_id = d.id where c.account_id = "
                                + rows.account().value()))
                .isEqualTo(1);
        assertThat(rows.texts("select type from event where level = 'info' and account_id = "
                        + rows.account().value() + " order by seq"))
                .containsExactly("campaign_generating", "campaign_generated", "campaign_started");
        assertThat(balanced(id)).isTrue();
    }

    @Test
    void theOutboxListsEachSubjectAsItsRecipientSeesIt() {
        String id = generated();

        JsonNode page = json(HttpMethod.GET, "/outbox/messages?campaign=" + id, null, 200);

        assertThat(page.path("items").size()).isEqualTo(2);
        page.path("items")
                .forEach(message -> assertThat(text(message, "subject")).isEqualTo("Halo %s", text(message, "to")));
    }

    @Test
    void whatWasGeneratedIsFrozenAndCanBeDuplicated() {
        String id = generated();

        assertProblem(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("subject", "New"), 409), "campaign_frozen");
        assertThat(text(json(HttpMethod.PATCH, "/campaigns/" + id, Map.of("name", "Renamed"), 200), "name"))
                .isEqualTo("Renamed");
        JsonNode copy = json(HttpMethod.POST, "/campaigns/" + id + "/duplicate", null, 201);
        assertThat(text(copy, "name")).isEqualTo("Renamed (2)");
        assertThat(text(copy, "state")).isEqualTo("draft");
        assertThat(text(copy, "html")).isEqualTo(HTML);
        assertThat(copy.path("progress").path("audience").asInt()).isZero();
    }

    @Test
    void pausesResumesAndCancelsWithTheNumberInFlight() {
        String id = generated();
        json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 200);

        JsonNode paused = json(HttpMethod.POST, "/campaigns/" + id + "/pause", null, 200);
        assertThat(text(paused, "state")).isEqualTo("stopped");
        assertThat(paused.path("inFlight").asInt()).isZero();
        assertThat(dispatch()).isEqualTo("HELD");
        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 409), "campaign_paused");
        assertProblem(json(HttpMethod.DELETE, "/campaigns/" + id, null, 409), "campaign_busy");
        assertThat(text(json(HttpMethod.POST, "/campaigns/" + id + "/resume", null, 200), "state"))
                .isEqualTo("processing");
        assertThat(dispatch()).isEqualTo("OPEN");
        JsonNode cancelled = json(HttpMethod.POST, "/campaigns/" + id + "/cancel", null, 200);
        assertThat(text(cancelled.path("campaign"), "state")).isEqualTo("cancelled");
        assertThat(dispatch()).isEqualTo("CANCELLED");
        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/resume", null, 409), "campaign_cancelled");
        json(HttpMethod.DELETE, "/campaigns/" + id, null, 204);
        json(HttpMethod.GET, "/campaigns/" + id, null, 404);
    }

    @Test
    void aGeneratedCampaignIsDeletedWithWhatWaits() {
        String id = generated();

        json(HttpMethod.DELETE, "/campaigns/" + id, null, 204);

        assertThat(rows.texts("select d.state from dispatch d join queue q on q.campaign_id = d.campaign_id"
                        + " where q.account_id = " + rows.account().value()))
                .containsExactly("CANCELLED");
    }

    @Test
    void doneIsComputedAndTakenBackWhenSomethingReturns() {
        String id = generated();
        json(HttpMethod.POST, "/campaigns/" + id + "/process", null, 200);
        settle("n_rejected", 5);
        awaitState(id, "done");
        awaitLog("campaign_done", 1);

        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/pause", null, 409), "campaign_done");
        assertThat(json(HttpMethod.POST, "/campaigns/" + id + "/requeue-failures", null, 200)
                        .path("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(state(id)).isEqualTo("processing");
        assertThat(balanced(id)).isTrue();
        settle("n_accepted", 4);
        awaitState(id, "done");
        awaitLog("campaign_done", 2);
    }

    @Test
    void aGenerationThatWasInterruptedGoesOn() {
        long list = rows.list("L" + rows.account().value());
        rows.people("interrupted", 50, list);
        String id = id(rows.generating(list));
        rows.run("select count(*) from generate_chunk((select campaign_id from campaign_account where account_id = "
                + rows.account().value() + "), 20, now())");

        awaitState(id, "generated");

        assertThat(json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                        .path("states")
                        .path("queued")
                        .asInt())
                .isEqualTo(50);
        assertThat(balanced(id)).isTrue();
    }

    @Test
    void listsNewestFirstWithStatesAndPages() {
        String older = text(create(Map.of("name", "Zebra one"), 201), "id");
        String newer = text(create(Map.of("name", "Zebra two"), 201), "id");

        JsonNode first = json(HttpMethod.GET, "/campaigns?q=zebra&limit=1", null, 200);
        JsonNode second = json(HttpMethod.GET, "/campaigns?q=zebra&limit=1&cursor=" + text(first, "next"), null, 200);

        assertThat(text(first.path("items").get(0), "id")).isEqualTo(newer);
        assertThat(text(second.path("items").get(0), "id")).isEqualTo(older);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(first.path("states").path("draft").asInt()).isEqualTo(2);
        assertThat(json(HttpMethod.GET, "/campaigns?q=zebra&state=paused", null, 200)
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void rendersAsAContactWouldReadIt() {
        long contact = rows.contact("sari@render.test");
        Map<String, Object> content = Map.of(
                "subject", "Halo {{first_name}}",
                "html", "<p>{{data.city}} {{data.nope|?}}</p><a href=\"{{unsubscribe_url}}\">x</a>",
                "text", "{{account.name}}",
                "accountId", id(rows.account()),
                "contactId", id(new ContactId(contact)));

        JsonNode rendered = json(HttpMethod.POST, "/render", content, 200);

        assertThat(text(rendered, "subject")).isEqualTo("Halo Budi");
        assertThat(text(rendered, "html")).contains("Bandung ?").contains("/u/");
        assertThat(text(rendered, "text")).contains("Sari");
        assertThat(text(rendered, "to")).isEqualTo("sari@render.test");
        assertThat(text(rendered, "from")).contains("sari@toko.test");
        assertThat(rendered.path("unknownVariables").get(0).asString()).isEqualTo("data.nope");
    }

    @Test
    void aBrokenTagIsAProblemWithItsField() {
        JsonNode problem = json(HttpMethod.POST, "/render", Map.of("subject", "{{name", "html", "", "text", ""), 422);

        assertProblem(problem, "content_malformed");
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/subject");
    }

    @Test
    void aTestGoesToAFewAddressesAndNotTooOften() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("first@tested.test", list);
        String id = ready(list);
        Map<String, Object> two = Map.of("to", List.of("a@me.test", "b@me.test", "a@me.test"));

        JsonNode sent = json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);
        json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);
        json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 202);

        assertThat(sent.path("messages").size()).isEqualTo(2);
        assertProblem(json(HttpMethod.POST, "/campaigns/" + id + "/test", two, 429), "too_many_tests");
        json(HttpMethod.POST, "/campaigns/" + id + "/test", Map.of("to", List.of("1", "2", "3", "4", "5", "6")), 422);
        assertThat(state(id)).isEqualTo("draft");
    }

    @Test
    void namesWhatDependsOnAnAccount() {
        String id = generated();

        JsonNode dependents = json(HttpMethod.GET, "/accounts/" + id(rows.account()) + "/dependents", null, 200);

        assertThat(dependents.path("waiting").asInt()).isEqualTo(2);
        assertThat(text(dependents.path("campaigns").get(0), "id")).isEqualTo(id);
    }

    @Test
    void theSameKeyCreatesOneCampaign() {
        JsonNode one = createWithKey();
        JsonNode other = createWithKey();

        assertThat(other).isEqualTo(one);
    }

    private JsonNode createWithKey() {
        return body(web.post()
                .uri("/api/v1/campaigns")
                .header("Idempotency-Key", "key-" + rows.account().value())
                .bodyValue(Map.of("name", "Once", "accountId", id(rows.account())))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult());
    }

    /** Two people, messages made. */
    private String generated() {
        long list = rows.list("L" + rows.account().value());
        rows.contact("a" + list + "@generated.test", list);
        rows.contact("b" + list + "@generated.test", list);
        String id = ready(list);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        return id;
    }

    @Test
    void aCounterThatDoesNotSayWhatIsThereTurnsTheLawRedUntilItDoes() {
        long list = rows.list("L" + rows.account().value());
        rows.people("audited", 7, list);
        rows.contact("", list);
        String id = ready(list);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        String ours = " where account_id = " + rows.account().value();

        JsonNode well = json(HttpMethod.POST, "/campaigns/" + id + "/audit", null, 200);
        rows.run("update message set state = 5" + ours + " and ordinal = 1");
        assertThat(balanced(id)).isTrue(); // no counter can see it
        JsonNode broken = json(HttpMethod.POST, "/campaigns/" + id + "/audit", null, 200);

        assertThat(well.path("balanced").asBoolean()).isTrue();
        assertThat(well.path("audit").path("accounted").asInt()).isEqualTo(8);
        assertThat(broken.path("balanced").asBoolean()).isFalse();
        assertThat(broken.path("audit").path("differences").findValuesAsString("what"))
                .containsExactly("queued", "rejected");
        assertThat(balanced(id)).isFalse();
        assertThat(rows.texts("select level || ' ' || actor || ': ' || (payload ->> 'detail') from event"
                        + " where type = 'conservation_broken' and account_id = "
                        + rows.account().value()))
                .containsExactly("error Owner: queued: counted 7, found 6; rejected: counted 0, found 1");

        rows.run("update message set state = 1" + ours + " and ordinal = 1");
        rows.run("delete from audience_skip where campaign_id = (select max(campaign_id) from queue" + ours + ")");
        assertThat(json(HttpMethod.POST, "/campaigns/" + id + "/audit", null, 200)
                        .path("audit")
                        .path("differences")
                        .findValuesAsString("what"))
                .containsExactly("audience", "skipped_no_address");
    }

    @Test
    void eachNightEveryCampaignIsAudited() {
        long list = rows.list("L" + rows.account().value());
        rows.people("nightly", 3, list);
        String id = ready(list);
        json(HttpMethod.POST, "/campaigns/" + id + "/generate", null, 202);
        awaitState(id, "generated");
        json(HttpMethod.POST, "/campaigns/" + id + "/audit", null, 200);
        String ours = " where campaign_id = (select max(campaign_id) from queue where account_id = "
                + rows.account().value() + ")";
        rows.run("update campaign_audit set checked_at = now() - interval '25 hours'" + ours);

        await().atMost(SOON)
                .until(() -> rows.count("select count(*) from campaign_audit" + ours
                                + " and checked_at > now() - interval '1 hour'")
                        == 1);
    }

    private String ready(long list) {
        return text(
                create(
                        Map.of(
                                "name",
                                "Promo",
                                "accountId",
                                id(rows.account()),
                                "lists",
                                List.of(id(new ListId(list))),
                                "subject",
                                "Halo {{email}}",
                                "html",
                                HTML,
                                "text",
                                TEXT),
                        201),
                "id");
    }

    /** As if the engine had ended all messages in this way. */
    private void settle(String counter, int state) {
        long account = rows.account().value();
        rows.run("delete from due where account_id = " + account);
        rows.run("update queue q set " + counter + " = " + counter + " + n_queued, n_queued = 0,"
                + " watermark = last_ordinal + 1 where account_id = " + account);
        rows.run(
                "insert into trouble (message_id, workspace_id, account_id, campaign_id, state) select id, workspace_id,"
                        + " account_id, campaign_id, " + state + " from message where state = 1 and " + state
                        + " = 5 and account_id = " + account);
        rows.run("update message set state = " + state + " where state = 1 and account_id = " + account);
    }

    private String dispatch() {
        return rows.texts("select d.state from dispatch d join queue q on q.campaign_id = d.campaign_id"
                        + " where q.account_id = " + rows.account().value())
                .getFirst();
    }

    private boolean balanced(String id) {
        return json(HttpMethod.GET, "/campaigns/" + id + "/progress", null, 200)
                .path("balanced")
                .asBoolean();
    }

    private void awaitState(String id, String state) {
        await().atMost(SOON).until(() -> state(id), state::equals);
    }

    private void awaitLog(String type, long times) {
        await().atMost(SOON)
                .until(() -> rows.count("select count(*) from event where type = '" + type + "' and account_id = "
                                + rows.account().value())
                        == times);
    }

    private String state(String id) {
        return text(json(HttpMethod.GET, "/campaigns/" + id, null, 200), "state");
    }

    private String id(Id id) {
        return ids.encode(id).toString();
    }

    private JsonNode create(Map<String, Object> body, int status) {
        return json(HttpMethod.POST, "/campaigns", body, status);
    }

    private JsonNode json(HttpMethod method, String path, Object body, int status) {
        var request = web.method(method).uri("/api/v1" + path).header("Content-Type", "application/json");
        return body((body == null ? request : request.bodyValue(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult());
    }

    private int status(String path) {
        return web.post()
                .uri("/api/v1" + path)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static JsonNode body(EntityExchangeResult<JsonNode> result) {
        return result.getResponseBody() == null ? NullNode.getInstance() : result.getResponseBody();
    }

    private static void assertProblem(JsonNode problem, String code) {
        assertThat(text(problem, "code")).isEqualTo(code);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
