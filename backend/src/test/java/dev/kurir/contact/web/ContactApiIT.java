package dev.kurir.contact.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@KurirTest(program = "records")
class ContactApiIT {
    private static final String CONTACTS = "/api/v1/contacts";

    private final Api api;
    private final String unique = UUID.randomUUID().toString();

    ContactApiIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
    }

    @Test
    void keepsAPersonAndGivesItBack() {
        String list =
                (String) api.created("/api/v1/lists", Map.of("name", unique)).get("id");

        Map<String, Object> created = api.created(
                CONTACTS,
                Map.of(
                        "email", address("ada"),
                        "name", " Ada ",
                        "data", Map.of("city", "Bandung"),
                        "lists", List.of(String.valueOf(list)),
                        "tags", List.of("vip")));

        assertThat(created)
                .containsEntry("email", address("ada"))
                .containsEntry("name", "Ada")
                .containsEntry("phone", "")
                .containsEntry("data", Map.of("city", "Bandung"))
                .containsEntry("lists", List.of(Map.of("id", String.valueOf(list), "name", unique)));
        assertThat(api.object(path(created))).isEqualTo(created);
        assertThat(api.object(CONTACTS + "?list=" + list)).containsEntry("total", 1);
    }

    @Test
    void aPatchTellsAbsentFromNull() {
        Map<String, Object> created = api.created(CONTACTS, Map.of("email", address("ada"), "name", "Ada"));

        Map<String, Object> renamed = Api.body(api.patch(path(created), Map.of("name", "Countess")));
        Map<String, Object> silent =
                Api.body(api.patch(path(created), new HashMap<>(Collections.singletonMap("email", null))));

        assertThat(renamed).containsEntry("email", address("ada")).containsEntry("name", "Countess");
        assertThat(silent).containsEntry("name", "Countess").containsEntry("email", null);
    }

    @Test
    void badInputNamesItsField() {
        assertRefused(api.post(CONTACTS, Map.of("email", "nobody")), 422, "email_invalid", "/email");
        assertRefused(api.post(CONTACTS, Map.of("name", "a\nb")), 422, "control_character", "/name");
        assertRefused(api.post(CONTACTS, Map.of("data", Map.of("a}}b", "c"))), 422, "key_invalid", "/data");
        assertRefused(api.post(CONTACTS, Map.of("data", Map.of("a", "b\0"))), 422, "control_character", "/data/a");
        assertRefused(api.post(CONTACTS, Map.of("name", "x".repeat(201))), 422, "invalid", "/name");
        assertRefused(api.get(CONTACTS + "?limit=201"), 422, "invalid", "/limit");
        assertRefused(api.get(CONTACTS + "?sort=age"), 422, "invalid", "/sort");
        assertRefused(api.get(CONTACTS + "?cursor=nonsense"), 422, "cursor_invalid", "/cursor");
        assertRefused(api.get(CONTACTS + "/" + UUID.randomUUID()), 404, "contact_not_found");
    }

    @Test
    void aTakenAddressIsAConflict() {
        api.created(CONTACTS, Map.of("email", address("ada")));

        assertRefused(api.post(CONTACTS, Map.of("email", address("ADA"))), 409, "contact_exists");
    }

    @Test
    void changesManyAtOnce() {
        Object one = api.created(CONTACTS, Map.of("name", unique)).get("id");
        Object two = api.created(CONTACTS, Map.of("name", unique)).get("id");
        Object tag = api.created("/api/v1/tags", Map.of("name", unique)).get("id");
        List<Object> ids = List.of(String.valueOf(one), String.valueOf(two));

        Map<String, Object> tagged = bulk(ids, "add_tag", tag);
        assertThat(tagged).containsEntry("changed", 2);
        assertThat(api.object(CONTACTS + "?tag=" + tag)).containsEntry("total", 2);
        assertRefused(
                api.post(CONTACTS + "/bulk", Map.of("ids", ids, "action", "add_list", "target", String.valueOf(tag))),
                422,
                "unknown_id",
                "/target");
        assertRefused(
                api.post(CONTACTS + "/bulk", Map.of("ids", ids, "action", "remove_tag")), 422, "required", "/target");
        assertThat(bulk(ids, "delete", tag)).containsEntry("changed", 2);
        assertThat(api.object(CONTACTS + "?q=" + unique)).containsEntry("total", 0);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 3; i++) {
            api.created(CONTACTS, Map.of("name", unique + i));
        }

        Map<String, Object> first = api.object(CONTACTS + "?sort=name&limit=2&q=" + unique);
        Map<String, Object> second =
                api.object(CONTACTS + "?sort=name&limit=2&q=" + unique + "&cursor=" + first.get("next"));

        assertThat(String.valueOf(first.get("items"))).contains(unique + "0", unique + "1");
        assertThat(String.valueOf(second.get("items"))).contains(unique + "2").doesNotContain(unique + "1");
        assertThat(second.get("next")).isNull();
    }

    @Test
    void aSuppressedPersonSaysWhy() {
        Map<String, Object> person = api.created(CONTACTS, Map.of("email", address("no")));
        Map<String, Object> suppressed =
                api.created("/api/v1/suppressions", Map.of("email", address("NO"), "note", "by phone"));

        assertThat(suppressed).containsEntry("reason", "manual").containsEntry("note", "by phone");
        assertThat(api.object(path(person))).containsEntry("suppressed", "manual");
        assertThat(api.object("/api/v1/suppressions?q=" + unique)).containsEntry("total", 1);

        api.delete("/api/v1/suppressions/" + suppressed.get("id"))
                .expectStatus()
                .isNoContent();
        assertThat(api.object(path(person)).get("suppressed")).isNull();
        assertRefused(api.post("/api/v1/suppressions", Map.of("email", "x")), 422, "email_invalid", "/email");
    }

    @Test
    void namesForTemplatesAreListed() {
        api.created(CONTACTS, Map.of("data", Map.of("k" + unique, "v")));

        assertThat(api.list("/api/v1/fields"))
                .contains(Map.of("name", "data.k" + unique, "kind", "data", "contacts", 1))
                .extracting(field -> field.get("name"))
                .contains("name", "email", "first_name", "account.name", "unsubscribe_url");
    }

    private Map<String, Object> bulk(List<Object> ids, String action, Object target) {
        return Api.body(
                api.post(CONTACTS + "/bulk", Map.of("ids", ids, "action", action, "target", String.valueOf(target)))
                        .expectStatus()
                        .isOk());
    }

    private String address(String local) {
        return local + "@" + unique + ".example";
    }

    private static String path(Map<String, Object> contact) {
        return CONTACTS + "/" + contact.get("id");
    }
}
