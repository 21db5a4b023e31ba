package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;

/** A conversation that only the members of one team see. */
abstract class ConversationOfATeam {
    static final Duration A_MINUTE = Duration.ofSeconds(60);

    final ApplicationContext context;
    final Owner someone;
    final Api owner;
    Colleague member;
    Colleague outsider;
    String person = "";
    String id = "";
    String path = "";
    Object team = "";

    ConversationOfATeam(ApplicationContext context) {
        this.context = context;
        this.someone = Owner.of(context);
        this.owner = new Api(someone.web());
        this.member = new Colleague(owner, "", "");
        this.outsider = member;
    }

    @BeforeEach
    void aConversationOfATeam() throws Exception {
        owner.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        member = Colleague.join(context, "agent", "Mira");
        outsider = Colleague.join(context, "agent", "Oki");
        team = owner.created(
                        "/api/v1/teams", Map.of("name", "Team " + UUID.randomUUID(), "members", List.of(member.id())))
                .get("id");
        person = UUID.randomUUID() + "@elsewhere.test";
        new SandboxMail(context).arrive("hello@sandbox.test", LETTER.replace("PERSON", person));
        InboxApi inbox = new InboxApi(owner);
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(inbox.conversations("all"))
                        .extracting(InboxApi::person)
                        .contains(person));
        id = inbox.id(person);
        path = "/api/v1/conversations/" + id;
        owner.patch(path, Map.of("tags", List.of("Secret " + person.substring(0, 8))))
                .expectStatus()
                .isOk();
        give(team);
    }

    final void give(@Nullable Object to) {
        owner.patch(path, Collections.singletonMap("teamId", to)).expectStatus().isOk();
    }

    private static final String LETTER = """
            From: Rina <PERSON>
            To: hello@sandbox.test
            Subject: Harga
            Message-ID: <PERSON>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b
            Date: Sun, 29 Nov 2026 10:00:00 +0000

            --b
            Content-Type: text/plain

            Berapa harganya?
            --b
            Content-Type: application/octet-stream; name=a.bin
            Content-Disposition: attachment; filename=a.bin

            abc
            --b--
            """;
}
