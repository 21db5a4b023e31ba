package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Mail programs say no by a mail, too (RFC 2369 §3.2). */
@KurirTest
class UnsubscribeMailIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(90);

    private final Api api;
    private final InboxApi inbox;
    private final SandboxMail mail;

    UnsubscribeMailIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
    }

    @Test
    void aMailToTheAddressOfTheHeaderUnsubscribesWhoeverGotIt() throws Exception {
        Object campaign = api.created("/api/v1/sandbox", Map.of()).get("campaignId");
        api.post("/api/v1/campaigns/" + campaign + "/process", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        String header = await().atMost(A_MINUTE).until(this::header, found -> !found.isEmpty());
        String subject = header.replaceAll("(?s).*\\?subject=([^>]*)>.*", "$1").replace("%20", " ");

        mail.arrive("hello@sandbox.test", ForgedReports.unsubscribing("unsubscribe made-up-token"));
        mail.arrive("hello@sandbox.test", ForgedReports.unsubscribing(subject));

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.items("/api/v1/suppressions"))
                        .filteredOn(row -> "unsubscribed".equals(row.get("reason")))
                        .extracting(row -> row.get("email"))
                        .containsExactly("ok+1@sandbox.test"));
        assertThat(api.object("/api/v1/campaigns/" + campaign + "/answers")).containsEntry("unsubscribed", 1);
    }

    private String header() throws Exception {
        return mail.headers("everyone@sandbox.test", "Delivered-To", "List-Unsubscribe").stream()
                .filter(one -> "<ok+1@sandbox.test>".equals(one.get("Delivered-To")))
                .map(one -> String.valueOf(one.get("List-Unsubscribe")))
                .findFirst()
                .orElse("");
    }
}
