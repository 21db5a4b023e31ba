package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Older mail is read from its newest end: answers come before what they answer. */
@KurirTest(program = "inbox")
class ThreadsIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String SHOP = "hello@sandbox.test";

    private final InboxApi inbox;
    private final SandboxMail mail;

    ThreadsIT(ApplicationContext context) {
        Api api = new Api(Owner.of(context).web());
        this.inbox = new InboxApi(api);
        this.mail = new SandboxMail(context);
        api.post("/api/v1/sandbox", Map.of()).expectStatus().is2xxSuccessful();
    }

    @Test
    void aThreadIsOneConversationInWhateverOrderItsMailsAreRead() throws Exception {
        arrives("third", "<first@elsewhere.test> <second@elsewhere.test>");
        arrives("beside", "<first@elsewhere.test>");
        arrives("first", "");
        arrives("second", "<first@elsewhere.test>");

        assertThat(conversations()).hasSize(1);
        assertThat(inbox.entries("utas@elsewhere.test")).hasSize(4);
    }

    private void arrives(String name, String references) throws Exception {
        int before = entries();
        mail.arrive(SHOP, """
                From: Ani <utas@elsewhere.test>
                To: hello@sandbox.test
                Subject: %1$s
                Message-ID: <%1$s@elsewhere.test>
                %2$sDate: Sun, 29 Nov 2026 10:00:00 +0000

                %1$s
                """.formatted(name, references.isEmpty() ? "" : "References: " + references + "\n"));
        await().atMost(A_MINUTE).until(() -> entries() > before);
    }

    private int entries() {
        return conversations().stream()
                .mapToInt(one -> inbox.items("/api/v1/conversations/" + one.get("id") + "/entries")
                        .size())
                .sum();
    }

    private List<Map<String, Object>> conversations() {
        return inbox.conversations("all").stream()
                .filter(one -> InboxApi.person(one).equals("utas@elsewhere.test"))
                .toList();
    }
}
