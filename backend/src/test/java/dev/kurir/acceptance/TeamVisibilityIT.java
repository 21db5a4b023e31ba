package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Uploads;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What is a team's is not there for agents of other teams, wherever they look. */
@KurirTest
class TeamVisibilityIT extends ConversationOfATeam {
    TeamVisibilityIT(ApplicationContext context) {
        super(context);
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
}
