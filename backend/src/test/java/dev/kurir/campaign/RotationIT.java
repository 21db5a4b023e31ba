package dev.kurir.campaign;

import static dev.kurir.campaign.CampaignRowsFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** From which account a person gets a campaign that is sent from several. */
class RotationIT {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private final DatabaseClient database = DATABASE.client();
    private final CampaignRowsFixture rows = CampaignRowsFixture.in(database);
    private final AccountId second = rows.account("Second", "Second", "second@toko.test");
    private final AccountId third = rows.account("Third", "", "third@toko.test");
    private long list;

    @BeforeEach
    void list() {
        list = rows.list("L");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void evenlyNobodyHasMoreThanOneMessageMoreThanAnother() {
        rows.people("even", 100, list);
        CampaignId campaign = campaign("even", 7, 1, 1);

        generateAll(campaign, 9);

        assertThat(shares(campaign)).isEqualTo("34 33 33");
        assertBalanced(campaign);
    }

    @Test
    void byWeightEachHasItsShareExactlyWhoeverIsLeftOut() {
        rows.people("heavy", 100, list);
        for (int left = 1; left <= 20; left += 2) {
            rows.suppress("heavy" + left + "@sandbox.test", "manual");
        }
        CampaignId campaign = campaign("weight", 5, 3, 2);

        generateAll(campaign, 9);

        assertThat(shares(campaign)).isEqualTo("45 27 18");
        assertBalanced(campaign);
    }

    @Test
    void theTurnsOfAnAccountAreSpreadOverTheWholeCampaign() {
        rows.people("spread", 100, list);
        CampaignId campaign = campaign("weight", 8, 1, 1);

        generateAll(campaign, 100);

        assertThat(rows.count("select count(*) from message where account_id = " + second.value()
                        + " and ordinal <= 50 and campaign_id = " + campaign.value()))
                .isEqualTo(5);
    }

    @Test
    void everyMessageIsFromTheAccountThatItIsGivenTo() {
        rows.people("from", 6, list);
        CampaignId campaign = campaign("even", 1, 1, 1);

        generateAll(campaign, 10);

        assertThat(rows.texts("select distinct m.account_id - " + rows.account().value()
                        + " || ' ' || d.from_address || ' ' || (i.data ->> 'account.email') || ' ' || (i.data ->> 'account.name')"
                        + " from message m join message_input i on i.message_id = m.id join draft d on d.id = i.draft_id"
                        + " where m.campaign_id = " + campaign.value() + " order by 1"))
                .containsExactly(
                        "0 sari@toko.test sari@toko.test Sari",
                        "1 second@toko.test second@toko.test Second",
                        "2 third@toko.test third@toko.test Third");
    }

    @Test
    void whoHasAcceptedMailOfAChosenAccountGetsItFromThatOneAgain() {
        rows.people("known", 30, list);
        for (int person = 1; person <= 10; person++) {
            wrote(third, "known" + person + "@sandbox.test", 4, 2);
        }
        CampaignId campaign = campaign("sticky", 1, 1, 1);

        generateAll(campaign, 7);

        assertThat(
                        rows.count(
                                "select count(*) from message m join message_input i on i.message_id = m.id where m.account_id = "
                                        + third.value() + " and m.campaign_id = " + campaign.value()
                                        + " and i.address in (select 'known' || n || '@sandbox.test' from generate_series(1, 10) n)"))
                .isEqualTo(10);
        // the twenty others by turns
        assertThat(shares(campaign)).isEqualTo("7 7 16");
        assertBalanced(campaign);
    }

    @Test
    void theLastAcceptedMessageDecidesAndOnlyAmongTheChosen() {
        AccountId stranger = rows.account("Stranger", "", "stranger@toko.test");
        rows.contact("twice@x.test", list);
        wrote(second, "twice@x.test", 4, 5);
        wrote(third, "twice@x.test", 4, 3);
        wrote(rows.account(), "twice@x.test", 5, 2);
        wrote(stranger, "twice@x.test", 4, 1);
        CampaignId campaign = campaign("sticky", 1, 1, 1);

        generateAll(campaign, 10);

        assertThat(shares(campaign)).isEqualTo("0 0 1");
    }

    @Test
    void whatIsAcceptedWhileItIsMadeDoesNotCountAnyMore() {
        rows.people("late", 20, list);
        CampaignId campaign = campaign("sticky", 1, 1, 1);
        CampaignId twin = campaign("sticky", 1, 1, 1);
        generateAll(twin, 5);

        generate(campaign, 5);
        wrote(third, "late20@sandbox.test", 4, 0);
        generateAll(campaign, 5);

        assertThat(assignment(campaign)).isEqualTo(assignment(twin));
    }

    @Test
    void aChunkThatCrashedDecidesTheSameWhenItIsMadeAgain() {
        rows.people("crash", 60, list);
        wrote(second, "crash1@sandbox.test", 4, 1);
        wrote(third, "crash33@sandbox.test", 4, 1);
        for (String rotation : new String[] {"even", "weight", "sticky"}) {
            CampaignId smooth = campaign(rotation, 3, 2, 2);
            CampaignId crashed = campaign(rotation, 3, 2, 2);
            generateAll(smooth, 11);

            crash(crashed);
            generate(crashed, 11);
            crash(crashed);
            generateAll(crashed, 11);

            assertThat(assignment(crashed)).isEqualTo(assignment(smooth));
            assertBalanced(crashed);
        }
    }

    @Test
    void anAccountWithoutAQueueStopsTheGenerationInsteadOfLosingItsMessages() {
        rows.people("queueless", 6, list);
        CampaignId campaign = campaign("even", 1, 1, 1);
        rows.run("delete from queue where campaign_id = " + campaign.value() + " and account_id = " + third.value());

        assertThatThrownBy(() -> generate(campaign, 10)).hasMessageContaining("lacks a queue");

        assertThat(rows.count("select count(*) from message where campaign_id = " + campaign.value()))
                .isZero();
    }

    /** From the three accounts, in their order. */
    private CampaignId campaign(String rotation, int first, int other, int last) {
        CampaignId campaign = rows.generating(list);
        rows.sender(campaign.value(), second, other);
        rows.sender(campaign.value(), third, last);
        rows.run("update campaign_account set weight = " + first + " where place = 1 and campaign_id = "
                + campaign.value());
        rows.run("update campaign set rotation = '" + rotation + "' where id = " + campaign.value());
        return campaign;
    }

    /** A single message that ended like this, so many days ago. */
    private void wrote(AccountId account, String to, int state, int daysAgo) {
        rows.run(
                "insert into message (workspace_id, account_id, created_at, changed_at, state, address_hash) values (%d, "
                        + account.value() + ", now(), now() - interval '" + daysAgo + " days', " + state
                        + ", address_hash('"
                        + to + "'))");
    }

    private String shares(CampaignId campaign) {
        return rows.texts("select string_agg(n_queued::text, ' ' order by account_id) from queue where campaign_id = "
                        + campaign.value())
                .getFirst();
    }

    private String assignment(CampaignId campaign) {
        return rows.texts(
                        "select string_agg(i.address || ' ' || m.account_id || ' ' || m.ordinal, ', ' order by m.ordinal)"
                                + " from message m join message_input i on i.message_id = m.id where m.campaign_id = "
                                + campaign.value())
                .getFirst();
    }

    /** Each queue counts its own messages and knows its own last one; together they are the audience. */
    private void assertBalanced(CampaignId campaign) {
        assertThat(rows.texts("""
                select (c.audience = sum(q.n_queued) + c.skipped_suppressed)::text
                       || ' ' || bool_and(q.n_queued = o.made and q.last_ordinal = o.last and q.watermark = 1)::text
                       || ' ' || (sum(o.made) = (select count(distinct m.ordinal) from message m where m.campaign_id = c.id))::text
                  from campaign c join queue q on q.campaign_id = c.id
                 cross join lateral (
                       select count(*) as made, coalesce(max(m.ordinal), 0) as last from message m
                        where m.campaign_id = c.id and m.account_id = q.account_id) o
                 where c.id = %s group by c.id
                """.formatted(campaign.value()))).containsExactly("true true true");
    }

    private void crash(CampaignId campaign) {
        assertThatThrownBy(() -> rows.run("do $$ begin perform generate_chunk(" + campaign.value()
                        + ", 11, now()); raise exception 'crash'; end $$"))
                .hasMessageContaining("crash");
    }

    private void generateAll(CampaignId campaign, int limit) {
        while (!generate(campaign, limit)) {
            // the next chunk
        }
    }

    private boolean generate(CampaignId campaign, int limit) {
        return await(database.sql("select finished from generate_chunk(:campaign, :limit, now())")
                .bind("campaign", campaign.value())
                .bind("limit", limit)
                .mapValue(Boolean.class)
                .one());
    }
}
