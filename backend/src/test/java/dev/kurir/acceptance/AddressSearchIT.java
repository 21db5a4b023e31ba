package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** People are found by what somebody remembers of their address. */
@KurirTest(program = "inbox")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressSearchIT {
    private static final String SHOP = "hello@sandbox.test";

    private final InboxApi inbox;
    private final Arrivals arrivals;
    private final DatabaseClient database;

    AddressSearchIT(ApplicationContext context, DatabaseClient database) {
        this.database = database;
        Api api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.arrivals = new Arrivals(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @BeforeAll
    void aMail() {
        arrivals.inInbox(
                SHOP,
                "From: Rina <rina.wati+toko@warung-kopi.example.com>\nTo: hello@sandbox.test\nSubject: Biji\n\nlihat www.kopi.test\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rina.wati+toko@warung-kopi.example.com",
                "rina.wati+toko@warung-kopi.exam",
                "wati",
                "toko@warung",
                "@warung-kopi.example.com",
                "example.com",
                "example.co",
                "Warung-Kopi",
                "www.kopi.test",
                "rina biji"
            })
    void anyPartOfAnAddressFindsItsConversation(String words) {
        assertThat(found(words)).isEqualTo(1);
    }

    @Test
    void partsOfDifferentAddressesAreNoAddress() {
        assertThat(found("hello@example.com")).isZero();
        assertThat(found("com.example")).isZero();
    }

    @Test
    void whatWasThereBeforeIsFoundToo() throws Exception {
        String migration = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V109__copies_and_addresses.sql"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        arrivals.inInbox(
                SHOP, "From: Tua <tua@arsip-lama.example.org>\nTo: hello@sandbox.test\nSubject: Lama\n\nHalo\n");
        run("update conversation_entry set search = to_tsvector('simple', 'Lama Tua tua@arsip-lama.example.org Halo')"
                + " where conversation_id = (select id from conversation where subject = 'Lama')");
        assertThat(found("lama.example.org")).isZero();

        run(migration.substring(migration.indexOf("update conversation_entry")));

        assertThat(found("lama.example.org")).isEqualTo(1);
        assertThat(found("tua@arsip")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat('a', 250000)",
                "repeat('a', 49000) || '@b c'",
                "repeat('a@', 125000)",
                "repeat('é@é ', 60000)"
            })
    void noTextIsTooOddToBeFound(String words) {
        run("select search_words(" + words + ")");
    }

    private void run(String sql) {
        database.sql(sql).then().block(Duration.ofSeconds(20));
    }

    private int found(String words) {
        Map<?, ?> page = inbox.api()
                .web()
                .get()
                .uri(uri -> uri.path("/api/v1/conversations")
                        .queryParam("q", "{words}")
                        .build(words))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return ((List<?>) Objects.requireNonNull(Objects.requireNonNull(page).get("items"))).size();
    }
}
