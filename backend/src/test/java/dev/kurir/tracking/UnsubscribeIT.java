package dev.kurir.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.campaign.CampaignRowsFixture;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DraftContent.Kind;
import dev.kurir.outbox.MessageDecorator.Decoration;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.testing.KurirTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** What a mail program, a scanner and a person do with the link in a campaign's message. */
@KurirTest(program = "records")
class UnsubscribeIT {
    private final WebTestClient web;
    private final UnsubscribeDecorator decorator;
    private final CampaignRowsFixture rows;
    private final MessageInputs inputs;

    UnsubscribeIT(WebTestClient web, UnsubscribeDecorator decorator, DatabaseClient database) {
        this.web = web;
        this.decorator = decorator;
        this.rows = CampaignRowsFixture.in(database);
        long list = rows.list("L");
        rows.contact("ani@x.test", list);
        CampaignId campaign = rows.generating(list);
        rows.run("select count(*) from generate_chunk(" + campaign.value() + ", 10, now())");
        MessageId message = new MessageId(rows.count("select id from message where campaign_id = " + campaign.value()));
        this.inputs = new MessageInputs(
                message,
                rows.workspace(),
                campaign,
                new EmailAddress("ani@x.test"),
                "Ani",
                Map.of("account.email", "sari@toko.test"),
                Instant.EPOCH);
    }

    @Test
    void aCampaignMessageCarriesTheLinkAndTheHeadersOfOneClick() {
        Decoration decoration = decorator.decorate(Kind.CAMPAIGN, inputs);

        String url = decoration.values().getOrDefault("unsubscribe_url", "");
        assertThat(url).matches("http.*/u/[A-Za-z0-9_-]+").doesNotContain("ani");
        assertThat(decoration.headers())
                .containsEntry("List-Unsubscribe", "<" + url + ">")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(decoration.headers().get("List-Id")).matches("<[0-9a-f-]{36}\\.toko\\.test>");
    }

    @Test
    void whereTheMailboxIsReadAMailSaysNoToo() {
        MessageInputs read = new MessageInputs(
                inputs.id(),
                inputs.workspaceId(),
                inputs.campaignId(),
                inputs.to(),
                inputs.toName(),
                Map.of("account.email", "sari@toko.test", "account.mailbox", "sari@toko.test"),
                inputs.date());

        assertThat(decorator.decorate(Kind.CAMPAIGN, read).headers().get("List-Unsubscribe"))
                .matches("<http.*/u/[\\w-]+>, <mailto:sari@toko\\.test\\?subject=unsubscribe%20[\\w-]+>");
    }

    @Test
    void theSameMessageHasTheSameLinkForEver() {
        assertThat(decorator.decorate(Kind.CAMPAIGN, inputs)).isEqualTo(decorator.decorate(Kind.CAMPAIGN, inputs));
    }

    @Test
    void aDirectMessageCarriesNothingOfAList() {
        assertThat(decorator.decorate(Kind.DIRECT, inputs)).isEqualTo(Decoration.NONE);
    }

    @Test
    void whoeverOnlyLooksChangesNothing() {
        String path = path(Kind.CAMPAIGN);
        for (int i = 0; i < 3; i++) {
            web.get().uri(path).exchange().expectStatus().isOk();
            web.head().uri(path).exchange().expectStatus().isOk();
            web.get()
                    .uri(path + "?List-Unsubscribe=One-Click")
                    .exchange()
                    .expectStatus()
                    .isOk();
            web.options().uri(path).exchange();
        }

        assertThat(suppressions()).isZero();
    }

    @Test
    void oneClickActsAtOnceWithoutCookieAndTwiceIsOnce() {
        String path = path(Kind.CAMPAIGN);
        for (int i = 0; i < 2; i++) {
            web.post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue("List-Unsubscribe=One-Click")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(rows.texts(
                        "select email || ' ' || reason || ' ' || campaign_id || ' ' || message_id from suppression"
                                + " where workspace_id = %d"))
                .containsExactly("ani@x.test unsubscribed "
                        + inputs.campaignId().value() + " " + inputs.id().value());
    }

    @Test
    void aMailProgramMayPostItAsMultipart() {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("List-Unsubscribe", "One-Click");

        web.post()
                .uri(path(Kind.CAMPAIGN))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(suppressions()).isEqualTo(1);
    }

    @Test
    void theLinkOfATestDoesNothing() {
        web.post()
                .uri(path(Kind.TEST))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("percobaan"));

        assertThat(decorator.decorate(Kind.TEST, inputs).headers()).isEmpty();
        assertThat(suppressions()).isZero();
    }

    @Test
    void aWrongTokenGetsAFriendlyPageAndChangesNothing() {
        String forged = path(Kind.CAMPAIGN).replaceFirst("(?<=/u/).", "_");

        web.get()
                .uri(forged)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith("text/html");
        web.post().uri(forged).exchange().expectStatus().isNotFound();
        web.post().uri("/u/nonsense").exchange().expectStatus().isNotFound();

        assertThat(suppressions()).isZero();
    }

    @Test
    void speaksBothLanguagesAndRunsNoScript() {
        String path = path(Kind.CAMPAIGN);

        assertThat(page(path, "en-US,en;q=0.9,id;q=0.1")).contains("lang=\"en\"", "Unsubscribe</button>");
        assertThat(page(path, "id-ID,en;q=0.5")).contains("lang=\"id\"", "Berhenti berlangganan</button>");
        assertThat(page(path, "fr")).contains("lang=\"id\"");
        assertThat(page(path + "?lang=en", "id")).contains("lang=\"en\"").doesNotContain("<script");
        web.get()
                .uri(path)
                .header("Accept-Language", ";;;")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "form-action 'self'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
    }

    private String page(String path, String languages) {
        byte[] body = web.get()
                .uri(path)
                .header("Accept-Language", languages)
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }

    private String path(Kind kind) {
        return URI.create(decorator.decorate(kind, inputs).values().getOrDefault("unsubscribe_url", ""))
                .getPath();
    }

    private long suppressions() {
        return rows.count("select count(*) from suppression where workspace_id = %d");
    }
}
