package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Screens that are open hear at once who is mentioned. */
@KurirTest(program = "inbox")
class MentionStreamIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final ApplicationContext context;
    private final Owner owner;

    MentionStreamIT(ApplicationContext context) {
        this.context = context;
        this.owner = Owner.of(context);
    }

    @Test
    void theLiveFeedTellsThoseWhoAreMentionedAndNoOtherAgent() {
        Colleague budi = Colleague.join(context, "agent", "Budi");
        Colleague oki = Colleague.join(context, "agent", "Oki");
        InboxApi inbox = new InboxApi(new Api(owner.web()));
        inbox.api().post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
        String everybodys = inbox.begun("Open to all");
        try (OpenScreens screens = new OpenScreens(context, owner.caller().workspaceId())) {
            Queue<String> heard = screens.of(budi);
            Queue<String> others = screens.of(oki);

            inbox.noted(everybodys, "@Budi", budi.id());
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(heard)
                            .anyMatch(event -> event.contains("event:mention")
                                    && event.contains("\"subject\":\"Open to all\"")
                                    && event.contains("\"by\":\"Owner\"")
                                    && event.contains(budi.id())));
            inbox.noted(everybodys, "@Oki", oki.id());
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(others).anyMatch(event -> event.contains(oki.id())));
            assertThat(others).noneMatch(event -> event.contains(budi.id()));
        }
    }
}
