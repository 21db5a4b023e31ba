package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kurir.kernel.UserId;
import dev.kurir.platform.feed.FeedStream;
import dev.kurir.platform.feed.StreamAudience;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Api;
import dev.kurir.testing.Colleague;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import dev.kurir.testing.Uploads;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import tools.jackson.databind.json.JsonMapper;

/** What is a team's is not there for agents of other teams, wherever they look. */
@KurirTest
class TeamVisibilityIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final ApplicationContext context;
    private final Owner someone;
    private final Api owner;
    private Colleague member;
    private Colleague outsider;
    private String person = "";
    private String id = "";
    private String path = "";
    private Object team = "";

    TeamVisibilityIT(ApplicationContext context) {
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

    @Test
    void membersAndOwnersSeeItAndOthersDoNot() {
        assertThat(people(owner)).contains(person);
        assertThat(people(member.api())).contains(person);
        assertThat(people(outsider.api())).doesNotContain(person);
        assertThat(found(member.api())).hasSize(1);
        assertThat(found(outsider.api())).isEmpty();
        assertThat(count(member.api())).isEqualTo(1);
        assertThat(count(outsider.api())).isEqualTo(0);
        assertThat(tags(member.api())).contains("Secret " + person.substring(0, 8));
        assertThat(tags(outsider.api())).doesNotContain("Secret " + person.substring(0, 8));
    }

    @Test
    void othersCanNeitherReadNorChangeIt() {
        Api other = outsider.api();
        Object entry = new InboxApi(owner).items(path + "/entries").getLast().get("id");
        hidden(other.get(path));
        hidden(other.get(path + "/entries"));
        hidden(other.patch(path, Map.of("state", "done")));
        hidden(other.post(path + "/notes", Map.of("text", "Hm")));
        hidden(other.post(path + "/replies", letter(List.of())));
        hidden(other.post(path + "/entries/" + entry + "/undo", Map.of()));
        hidden(other.delete(path + "/entries/" + entry));
        hidden(other.get(path + "/draft"));
        hidden(other.delete(path + "/draft"));
        hidden(other.web()
                .put()
                .uri(path + "/draft")
                .bodyValue(Map.of("text", "x", "quote", false))
                .exchange());
        assertThat(Api.body(other.post(
                        "/api/v1/conversations/bulk", Map.of("ids", List.of(id), "change", Map.of("state", "done")))))
                .containsEntry("changed", 0);
        member.api().get(path).expectStatus().isOk();
    }

    @Test
    void whatBecameAPartOfItIsAsHiddenAsItIs() {
        String own = new InboxApi(owner).begun("Milik semua");
        outsider.api().get("/api/v1/conversations/" + own).expectStatus().isOk();

        owner.post(path + "/merge", Map.of("ids", List.of(own))).expectStatus().isOk();

        hidden(outsider.api().get("/api/v1/conversations/" + own));
        hidden(outsider.api().get("/api/v1/conversations/" + own + "/entries"));
        assertThat(member.api().object("/api/v1/conversations/" + own))
                .extracting("mergedInto")
                .isNotNull();
    }

    @Test
    void ofContactsTheyLearnOnlyWhatThoseSeeWhoTalkToThem() {
        owner.created("/api/v1/contacts", Map.of("email", person, "name", "Ani", "company", "PT Rahasia"));
        Object reply = owner.created(
                        "/api/v1/quick-replies",
                        Map.of("name", person, "shortcut", person.substring(0, 8), "text", "Dari {{company}}"))
                .get("id");

        assertThat(filled(owner, reply)).isEqualTo("Dari PT Rahasia");
        assertThat(filled(member.api(), reply)).isEqualTo("Dari PT Rahasia");
        assertThat(filled(outsider.api(), reply)).isEqualTo("Dari {{company}}");
    }

    private Object filled(Api api, Object reply) {
        return Api.body(api.post("/api/v1/quick-replies/" + reply + "/fill", Map.of("name", "", "address", person))
                        .expectStatus()
                        .isOk())
                .get("text");
    }

    @Test
    void othersDownloadNothingOfIt() {
        Object mail = InboxApi.map(
                        new InboxApi(owner).items(path + "/entries").getLast().get("mail"))
                .get("id");
        for (String file : List.of("/raw", "/parts/2")) {
            member.api().get("/api/v1/mails/" + mail + file).expectStatus().isOk();
            Api.assertRefused(outsider.api().get("/api/v1/mails/" + mail + file), 404, "mail_not_found");
        }
        Object file = new Uploads(member.api()).kept("harga.bin", "application/zip", new byte[] {1, 2, 3});
        String attachment = "/api/v1/attachments/" + file;
        Api.assertRefused(outsider.api().get(attachment), 404, "attachment_not_found");
        String own = "/api/v1/conversations/"
                + new InboxApi(outsider.api()).conversations("all").getFirst().get("id");
        Api.assertRefused(
                outsider.api().post(own + "/replies", letter(List.of(file))),
                422,
                "attachment_not_found",
                "/attachments");

        member.api().created(path + "/replies", letter(List.of(file)));
        member.api().get(attachment).expectStatus().isOk();
        owner.get(attachment).expectStatus().isOk();
        Api.assertRefused(outsider.api().get(attachment), 404, "attachment_not_found");
    }

    @Test
    void whoGetsItFromSomebodySeesItAsLongAsItIsTheirs() {
        member.api()
                .patch(path, Map.of("assigneeId", outsider.id()))
                .expectStatus()
                .isOk();
        outsider.api().get(path).expectStatus().isOk();

        // the answer still shows what was given away
        outsider.api()
                .patch(path, Map.of("assigneeId", member.id()))
                .expectStatus()
                .isOk();
        hidden(outsider.api().get(path));
        owner.patch(path, Collections.singletonMap("teamId", null))
                .expectStatus()
                .isOk();
        outsider.api().get(path).expectStatus().isOk();
        assertThat(new InboxApi(owner).items(path + "/entries"))
                .filteredOn(entry -> "line".equals(entry.get("kind")))
                .extracting(entry -> InboxApi.map(entry.get("line")).get("code"))
                .startsWith("given_to_everybody", "assigned", "assigned", "given_to_team");
    }

    @Test
    void theLiveFeedNamesItOnlyToThoseWhoMaySeeIt() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> others = new ConcurrentLinkedQueue<>();
        Queue<String> owners = new ConcurrentLinkedQueue<>();
        List<Disposable> streams =
                List.of(listen(keyOf(member), heard), listen(keyOf(outsider), others), listen(null, owners));
        try {
            owner.patch(path, Map.of("read", true)).expectStatus().isOk();
            owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(event -> event.contains(id)));
            assertThat(others).noneMatch(event -> event.contains(id));

            give(null);
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(others).anyMatch(event -> event.contains(id)));
        } finally {
            streams.forEach(Disposable::dispose);
        }
    }

    @Test
    void theLogIsNotForAgents() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Queue<String> owners = new ConcurrentLinkedQueue<>();
        List<Disposable> streams = List.of(listen(keyOf(member), heard), listen(null, owners));
        try {
            workers("OFF");
            owner.patch(path, Map.of("pinned", true)).expectStatus().isOk();
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(owners).anyMatch(TeamVisibilityIT::isLog));
            await().atMost(A_MINUTE).untilAsserted(() -> assertThat(heard).anyMatch(event -> event.contains(id)));
            assertThat(heard).noneMatch(TeamVisibilityIT::isLog);
        } finally {
            streams.forEach(Disposable::dispose);
            workers("ON");
        }
    }

    private void workers(String wanted) {
        owner.web()
                .put()
                .uri("/api/v1/workers")
                .bodyValue(Map.of("wanted", wanted))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static boolean isLog(String event) {
        return event.contains("event: log") || event.contains("event:log");
    }

    private Disposable listen(@Nullable UserId reader, Queue<String> heard) {
        JsonMapper json = context.getBean(JsonMapper.class);
        var audience = new StreamAudience(someone.caller().workspaceId(), Set.of("inbox", "log"), reader);
        return context.getBean(FeedStream.class)
                .open(audience, null)
                .subscribe(part -> heard.add(new String(part.octets(json), StandardCharsets.UTF_8)));
    }

    private UserId keyOf(Colleague colleague) {
        return context.getBean(PublicIds.class)
                .decode(UserId.class, UUID.fromString(colleague.id()))
                .orElseThrow();
    }

    private void give(@Nullable Object to) {
        owner.patch(path, Collections.singletonMap("teamId", to)).expectStatus().isOk();
    }

    private static void hidden(ResponseSpec answer) {
        Api.assertRefused(answer, 404, "conversation_not_found");
    }

    private static List<String> people(Api api) {
        return new InboxApi(api)
                .conversations("all").stream().map(InboxApi::person).toList();
    }

    private List<Map<String, Object>> found(Api api) {
        return new InboxApi(api).items("/api/v1/conversations?q=" + person);
    }

    private Object count(Api api) {
        return api.object("/api/v1/conversations/counts?team=" + team).get("all");
    }

    private static List<Object> tags(Api api) {
        return api.list("/api/v1/conversations/tags").stream()
                .<Object>map(tag -> tag.get("name"))
                .toList();
    }

    private static Map<String, Object> letter(List<Object> attachments) {
        return Map.of(
                "to",
                List.of(Map.of("name", "Rina", "address", "rina@sandbox.test")),
                "subject",
                "Halo",
                "text",
                "Halo",
                "undoSeconds",
                30,
                "attachments",
                attachments);
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
