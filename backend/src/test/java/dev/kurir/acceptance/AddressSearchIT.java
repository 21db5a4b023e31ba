package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** People are found by what somebody remembers of their address. */
@KurirTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressSearchIT {
    private final InboxApi inbox;
    private final Arrivals arrivals;

    AddressSearchIT(ApplicationContext context) {
        Api api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.arrivals = new Arrivals(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @BeforeAll
    void aMail() {
        arrivals.inInbox(
                "hello@sandbox.test",
                "From: Rina <rina.wati+toko@warung-kopi.example.com>\nTo: hello@sandbox.test\nSubject: Halo\n\nlihat www.kopi.test\n");
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
                "rina halo"
            })
    void anyPartOfAnAddressFindsItsConversation(String words) {
        assertThat(found(words)).isEqualTo(1);
    }

    @Test
    void partsOfDifferentAddressesAreNoAddress() {
        assertThat(found("hello@example.com")).isZero();
        assertThat(found("com.example")).isZero();
    }

    private int found(String words) {
        return inbox.api()
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
                .getResponseBody()
                .get("items") instanceof java.util.List<?> items
                ? items.size()
                : -1;
    }
}
