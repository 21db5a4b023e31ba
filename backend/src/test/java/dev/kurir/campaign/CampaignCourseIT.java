package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What happens to a campaign whose messages are made, and the auditor who counts them again. */
@KurirTest
class CampaignCourseIT extends CampaignsOverHttp {
    CampaignCourseIT(ApplicationContext context, DatabaseClient database, PublicIds ids) {
        super(context, database, ids);
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

    private void awaitLog(String type, long times) {
        await().atMost(SOON)
                .until(() -> rows.count("select count(*) from event where type = '" + type + "' and account_id = "
                                + rows.account().value())
                        == times);
    }
}
