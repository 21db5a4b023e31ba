package dev.kurir.campaign;

import static dev.kurir.campaign.CampaignRowsFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.testing.TestDatabase;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database function that makes messages, without the program around it. */
class GenerateChunkIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final DatabaseClient database = DATABASE.client();
    private final CampaignRowsFixture rows = CampaignRowsFixture.in(database);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.test", "Ok+1@Sandbox.TEST", "o'neil.x_y@sub.example.co.id"})
    void theDatabaseHashesAnAddressAsTheProgramDoes(String address) {
        String inDatabase = await(database.sql("select encode(address_hash(:address), 'hex')")
                .bind("address", address)
                .mapValue(String.class)
                .one());

        assertThat(inDatabase).isEqualTo(HexFormat.of().formatHex(new EmailAddress(address).hash()));
    }

    @Test
    void makesOneMessagePerPersonOfListsAndTags() {
        long list = rows.list("L");
        long other = rows.list("M");
        long tag = rows.tag("T");
        long both = rows.contact("both@x.test", list);
        rows.contact("list@x.test", list);
        rows.contact("other@x.test", other);
        long tagged = rows.contact("tagged@x.test");
        rows.contact("nobody@x.test");
        rows.run("insert into contact_tag (workspace_id, tag_id, contact_id) values (%d, " + tag + ", " + both
                + "), (%d, " + tag + ", " + tagged + ")");
        CampaignId campaign = rows.generating(list, other);
        rows.run("insert into campaign_tag (workspace_id, campaign_id, tag_id) values (%d, " + campaign.value() + ", "
                + tag + ")");

        generateAll(campaign, 2);

        assertThat(rows.texts(
                        "select address from message_input i join message m on m.id = i.message_id where campaign_id = "
                                + campaign.value() + " order by ordinal"))
                .containsExactly("both@x.test", "list@x.test", "other@x.test", "tagged@x.test");
        assertBalanced(campaign);
    }

    @Test
    void withoutListsAndTagsNobodyGetsIt() {
        rows.contact("lonely@x.test");
        CampaignId campaign = rows.generating();

        assertThat(generate(campaign, 10)).isEqualTo("true 0 0 true");
    }

    @Test
    void countsWhoIsLeftOutByReason() {
        long list = rows.list("L");
        rows.contact("ok@x.test", list);
        rows.contact("", list);
        rows.contact("", list);
        rows.contact("NO@x.test", list);
        rows.contact("bounced@x.test", list);
        rows.suppress("no@x.test", "unsubscribed");
        rows.suppress("bounced@x.test", "hard_bounce");
        CampaignId campaign = rows.generating(list);

        generateAll(campaign, 10);

        assertThat(rows.texts(
                        "select skipped_no_address || ' ' || skipped_unsubscribed || ' ' || skipped_suppressed || ' '"
                                + " || skipped_duplicate from campaign where id = " + campaign.value()))
                .containsExactly("2 1 1 0");
        assertThat(rows.texts("select reason || ' ' || count(*) from audience_skip where campaign_id = "
                        + campaign.value() + " group by reason order by 1"))
                .containsExactly("no_address 2", "suppressed 1", "unsubscribed 1");
        assertBalanced(campaign);
    }

    @Test
    void twoPeopleWithOneAddressGetItOnce() {
        rows.run("drop index contact_email");
        long list = rows.list("L");
        rows.contact("twin@x.test", list);
        rows.contact("Twin@X.test", list);
        rows.contact("single@x.test", list);
        rows.contact("TWIN@x.test", list);
        CampaignId campaign = rows.generating(list);

        generateAll(campaign, 3);

        assertThat(rows.count("select count(*) from message where campaign_id = " + campaign.value()))
                .isEqualTo(2);
        assertThat(rows.count("select skipped_duplicate from campaign where id = " + campaign.value()))
                .isEqualTo(2);
        assertBalanced(campaign);
    }

    @Test
    void freezesWhatIsKnownOfAPerson() {
        long list = rows.list("L");
        rows.contact("budi@x.test", list);
        CampaignId campaign = rows.generating(list);

        generateAll(campaign, 10);

        assertThat(rows.texts(
                        "select e.key || '=' || e.value from message m join message_input i on i.message_id = m.id"
                                + " cross join jsonb_each_text(i.data) e where m.campaign_id = " + campaign.value()))
                .containsExactlyInAnyOrder(
                        "name=Budi Santoso",
                        "first_name=Budi",
                        "email=budi@x.test",
                        "phone=",
                        "company=PT Maju",
                        "data.city=Bandung",
                        "account.name=Sari",
                        "account.email=sari@toko.test");
    }

    @Test
    void aCampaignThatIsNotGeneratingIsLeftAlone() {
        long list = rows.list("L");
        rows.contact("ok@x.test", list);
        CampaignId campaign = rows.generating(list);
        rows.run("update campaign set state = 'cancelled' where id = " + campaign.value());

        assertThat(generate(campaign, 10)).isEqualTo("false 0 0 false");
    }

    @Test
    void programsThatWorkOnTheSameCampaignTakeTurns() {
        long list = rows.list("L");
        rows.people("person", 500, list);
        CampaignId campaign = rows.generating(list);

        List<String> chunks = await(Flux.range(0, 20)
                .flatMap(_ -> Mono.defer(() -> chunk(campaign, 50)), 8)
                .collectList());

        assertThat(chunks.stream().filter("true 50 50 false"::equals)).hasSize(10);
        assertThat(rows.count("select count(distinct ordinal) from message where campaign_id = " + campaign.value()))
                .isEqualTo(500);
        assertBalanced(campaign);
    }

    private void assertBalanced(CampaignId campaign) {
        assertThat(rows.texts("""
                select (c.audience = q.n_queued + c.skipped_suppressed + c.skipped_unsubscribed + c.skipped_duplicate
                        + c.skipped_no_address)::text
                       || ' ' || (q.n_queued = (select count(*) from message m where m.campaign_id = c.id))::text
                       || ' ' || (q.n_queued = (select count(*) from message m join message_input i on i.message_id = m.id
                                                where m.campaign_id = c.id))::text
                       || ' ' || (c.audience - q.n_queued = (select count(*) from audience_skip s where s.campaign_id = c.id))::text
                       || ' ' || (q.last_ordinal = (select max(ordinal) from message m where m.campaign_id = c.id))::text
                from campaign c join queue q on q.campaign_id = c.id
                where c.id = %d
                """.replace("%d", Long.toString(campaign.value()))))
                .containsExactly("true true true true true");
    }

    private void generateAll(CampaignId campaign, int limit) {
        while (!generate(campaign, limit).endsWith("true")) {
            // the next chunk
        }
    }

    private String generate(CampaignId campaign, int limit) {
        return await(chunk(campaign, limit));
    }

    private Mono<String> chunk(CampaignId campaign, int limit) {
        return database.sql("select running || ' ' || looked_at || ' ' || made || ' ' || finished"
                        + " from generate_chunk(:campaign, :limit, now())")
                .bind("campaign", campaign.value())
                .bind("limit", limit)
                .mapValue(String.class)
                .one();
    }
}
