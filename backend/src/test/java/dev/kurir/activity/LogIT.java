package dev.kurir.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@KurirTest
class LogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AccountId SALES = new AccountId(41);

    private final ApplicationContext context;
    private final Feed feed;
    private final DatabaseClient database;
    private final PublicIds ids;
    private Owner owner;

    private record Line(
            String id, String level, String code, @Nullable String accountName, Map<String, String> params) {}

    private record Page(List<Line> items, @Nullable String next) {}

    LogIT(ApplicationContext context, Feed feed, DatabaseClient database, PublicIds ids) {
        this.context = context;
        this.feed = feed;
        this.database = database;
        this.ids = ids;
    }

    @BeforeEach
    void logIn() {
        owner = Owner.of(context);
        database.sql("delete from event").then().block(PATIENCE);
        database.sql("""
                        insert into category (id, workspace_id, name, created_at)
                        overriding system value values (40, :workspace, 'Log', now()) on conflict do nothing
                        """)
                .bind("workspace", owner.caller().workspaceId().value())
                .then()
                .block(PATIENCE);
        // one that is active would write lines of its own
        database.sql("""
                        insert into account (id, workspace_id, name, category_id, from_address, username, smtp_host, smtp_port,
                                             smtp_security, active, created_at, updated_at)
                        overriding system value
                        values (41, :workspace, 'Sales 100%', 40, 'a@b.test', 'a', 'h', 25, 'none', false, now(), now())
                        on conflict do nothing
                        """)
                .bind("workspace", owner.caller().workspaceId().value())
                .then()
                .block(PATIENCE);
    }

    @Test
    void showsTheNewestFirstWithTheNameOfTheAccount() {
        publish(entry("worker_ready", Level.INFO, Map.of()).about(SALES));
        publish(entry("message_rejected", Level.WARN, Map.of("to", "x@y.test", "code", 550, "nested", List.of(1))));
        publish(entry("outbox", Level.NONE, Map.of()));

        List<Line> lines = get("").items();
        assertThat(lines).extracting(Line::code).containsExactly("message_rejected", "worker_ready");
        assertThat(lines.getFirst().params()).isEqualTo(Map.of("to", "x@y.test", "code", "550"));
        assertThat(lines.getLast().accountName()).isEqualTo("Sales 100%");
    }

    @Test
    void filtersByAccountLevelAndWords() {
        publish(entry("worker_ready", Level.INFO, Map.of()).about(SALES));
        publish(entry("message_rejected", Level.WARN, Map.of("detail", "550 No Such User")));
        publish(entry("worker_off", Level.INFO, Map.of()).by("Sari"));

        assertThat(codes("?account=" + ids.encode(SALES))).containsExactly("worker_ready");
        assertThat(codes("?level=warn")).containsExactly("message_rejected");
        assertThat(codes("?q=such user")).containsExactly("message_rejected");
        assertThat(codes("?q=sari")).containsExactly("worker_off");
        assertThat(codes("?q=100%")).containsExactly("worker_ready");
        assertThat(codes("?q=worker&level=info")).containsExactly("worker_off", "worker_ready");
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() {
        for (int i = 0; i < 7; i++) {
            publish(entry("line_" + i, Level.INFO, Map.of()));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Page page = get("?limit=3" + cursor);
            page.items().forEach(line -> read.add(line.code()));
            cursor = page.next() == null ? null : "&cursor=" + page.next();
        } while (cursor != null);

        assertThat(read).containsExactly("line_6", "line_5", "line_4", "line_3", "line_2", "line_1", "line_0");
    }

    @Test
    void anotherWorkspaceIsNotSeen() {
        publish(FeedEntry.log(new WorkspaceId(999), "secret", Level.ERROR, Map.of()));
        assertThat(codes("")).doesNotContain("secret");
    }

    @Test
    void nonsenseIsRefused() {
        for (String query : new String[] {"?cursor=x", "?level=loud", "?limit=0", "?limit=201", "?account=7"}) {
            web().get().uri("/api/v1/log" + query).exchange().expectStatus().isEqualTo(422);
        }
    }

    private WebTestClient web() {
        return owner.web();
    }

    private List<String> codes(String query) {
        return get(query).items().stream().map(Line::code).toList();
    }

    private Page get(String query) {
        Page page = web().get()
                .uri("/api/v1/log" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Page.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }

    private FeedEntry entry(String type, Level level, Map<String, ?> payload) {
        return FeedEntry.log(owner.caller().workspaceId(), type, level, payload);
    }

    private void publish(FeedEntry entry) {
        feed.publish(entry).block(PATIENCE);
    }
}
