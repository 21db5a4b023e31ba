package dev.kurir.campaign;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A workspace with an account, people on a list, and what tests ask the database. */
public final class CampaignRowsFixture {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DatabaseClient database;
    private final WorkspaceId workspace;
    private final AccountId account;

    private CampaignRowsFixture(DatabaseClient database, WorkspaceId workspace) {
        this.database = database;
        this.workspace = workspace;
        run(
                "insert into category (workspace_id, name, created_at) values (%d, 'Automation', now()) on conflict do nothing");
        this.account = account("Shop", "Sari", "sari@toko.test");
    }

    public static CampaignRowsFixture in(DatabaseClient database) {
        Long workspace = database.sql("insert into workspace (name, created_at) values ('Toko', now()) returning id")
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
        return in(database, new WorkspaceId(Objects.requireNonNull(workspace)));
    }

    public static CampaignRowsFixture in(DatabaseClient database, WorkspaceId workspace) {
        return new CampaignRowsFixture(database, workspace);
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public AccountId account() {
        return account;
    }

    public AccountId account(String name, String fromName, String from) {
        return new AccountId(insert("""
                insert into account (workspace_id, name, category_id, from_name, from_address, username, smtp_host, smtp_port,
                                     smtp_security, wanted, created_at, updated_at)
                select %%d, '%s', id, '%s', '%s', 'sari', 'localhost', 25, 'none', 'OFF', now(), now()
                  from category where workspace_id = %%d limit 1
                returning id
                """.formatted(name, fromName, from)));
    }

    /** Inserts into this workspace ({@code %d}) and answers the new key. */
    public long insert(String sql) {
        return Objects.requireNonNull(number(sql));
    }

    public long list(String name) {
        return insert("insert into contact_list (workspace_id, name, created_at) values (%d, '" + name
                + "', now()) returning id");
    }

    public long tag(String name) {
        return insert(
                "insert into tag (workspace_id, name, created_at) values (%d, '" + name + "', now()) returning id");
    }

    /** A person on a list. */
    public long contact(String email, long list) {
        long contact = contact(email);
        run("insert into list_member (workspace_id, list_id, contact_id) values (%d, " + list + ", " + contact + ")");
        return contact;
    }

    public long contact(String email) {
        return insert(
                "insert into contact (workspace_id, email, name, company, data, created_at, updated_at) values (%d, "
                        + (email.isEmpty() ? "null" : "'" + email + "'")
                        + ", 'Budi Santoso', 'PT Maju', '{\"city\": \"Bandung\"}', now(), now()) returning id");
    }

    /** So many people on a list, {@code prefix}1@sandbox.test and on. */
    public void people(String prefix, int many, long list) {
        run("""
            with made as (
                insert into contact (workspace_id, email, name, data, created_at, updated_at)
                select %%d, '%s' || i || '@sandbox.test', 'Person ' || i, jsonb_build_object('city', 'Jakarta'), now(), now()
                from generate_series(1, %d) i returning id)
            insert into list_member (workspace_id, list_id, contact_id) select %%d, %d, id from made
            """.formatted(prefix, many, list));
    }

    public void suppress(String email, String reason) {
        run("insert into suppression (workspace_id, address_hash, email, reason, since) values (%d, address_hash('"
                + email + "'), '" + email + "', '" + reason + "', now())");
    }

    /** A campaign to these lists that is being generated. */
    public CampaignId generating(long... lists) {
        long campaign = insert("insert into campaign (workspace_id, name, state, created_at, updated_at)"
                + " values (%d, 'Promo', 'draft', now(), now()) returning id");
        sender(campaign, account, 1);
        run("insert into dispatch (workspace_id, campaign_id, state) values (%d, " + campaign + ", 'HELD')");
        for (long list : lists) {
            run("insert into campaign_list (workspace_id, campaign_id, list_id) values (%d, " + campaign + ", " + list
                    + ")");
        }
        // Last of all: a worker may already wait for it.
        run("update campaign set state = 'generating' where id = " + campaign);
        return new CampaignId(campaign);
    }

    /** One account more that the campaign is sent from, with the content frozen for it. */
    public void sender(long campaign, AccountId from, int weight) {
        long draft = insert(
                "insert into draft (workspace_id, kind, subject, html, text, from_name, from_address, created_at)"
                        + " select %d, 'campaign', 'Hi', '', '', from_name, from_address, now() from account where id = "
                        + from.value() + " returning id");
        run("insert into campaign_account (workspace_id, campaign_id, account_id, place, weight, draft_id)"
                + " select %d, " + campaign + ", " + from.value() + ", count(*) + 1, " + weight + ", " + draft
                + " from campaign_account where campaign_id = " + campaign);
        run("insert into queue (workspace_id, account_id, campaign_id) values (%d, " + from.value() + ", " + campaign
                + ")");
    }

    public void run(String sql) {
        database.sql(here(sql)).then().block(PATIENCE);
    }

    public long count(String sql) {
        return Objects.requireNonNull(number(sql));
    }

    public List<String> texts(String sql) {
        return Objects.requireNonNull(database.sql(here(sql))
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE));
    }

    public static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(PATIENCE));
    }

    private Long number(String sql) {
        return database.sql(here(sql)).mapValue(Long.class).one().block(PATIENCE);
    }

    private String here(String sql) {
        return sql.replace("%d", Long.toString(workspace.value()));
    }
}
