package dev.kurir.workspace;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseCookie;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People are invited, join with a link that works once, may do what their role says, and leave. */
@KurirTest
@SuppressWarnings("TimeZoneUsage") // a test makes its own time
class PeopleIT {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "a password of ten";

    private final WebTestClient web;
    private final ApplicationContext context;
    private final DatabaseClient database;
    private Api owner;

    PeopleIT(WebTestClient web, ApplicationContext context, DatabaseClient database) {
        this.web = web;
        this.context = context;
        this.database = database;
        this.owner = new Api(web);
    }

    @BeforeEach
    void theOwnerIsThere() {
        owner = new Api(Owner.of(context).web());
    }

    @Test
    void whoIsInvitedJoinsOnceAndIsLoggedIn() {
        String email = email();
        String token = invite(email, "agent");

        Api agent = join(token, "Budi");

        assertThat(String.valueOf(agent.object("/api/v1/me").get("user"))).contains("name=Budi", "role=agent");
        assertThat(owner.list("/api/v1/users")).anyMatch(user -> email.equals(user.get("email")));
        assertThat(owner.list("/api/v1/invites")).noneMatch(invite -> email.equals(invite.get("email")));
        assertRefused(post("/api/v1/join", joining(token, "Another")), 403, "invite_invalid");
        assertRefused(owner.post("/api/v1/invites", Map.of("email", email, "role", "agent")), 422, "user_exists");
    }

    @Test
    void aSecondInvitationEndsTheFirstAndARevokedOneIsWorthNothing() {
        String email = email();
        String first = invite(email, "agent");
        String second = invite(email, "manager");
        assertRefused(post("/api/v1/join", joining(first, "Early")), 403, "invite_invalid");

        Map<String, Object> waiting = owner.list("/api/v1/invites").stream()
                .filter(invite -> email.equals(invite.get("email")))
                .findFirst()
                .orElseThrow();
        assertThat(waiting).containsEntry("role", "manager");
        owner.delete("/api/v1/invites/" + waiting.get("id")).expectStatus().isNoContent();
        assertRefused(post("/api/v1/join", joining(second, "Late")), 403, "invite_invalid");
    }

    @Test
    void anInvitationEndsAfterSevenDays() {
        String email = email();
        String token = invite(email, "agent");
        assertThat(owner.list("/api/v1/invites"))
                .filteredOn(invite -> email.equals(invite.get("email")))
                .singleElement()
                .satisfies(invite -> assertThat(Instant.parse(String.valueOf(invite.get("expiresAt"))))
                        .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1, ChronoUnit.HOURS)));
        database.sql("update user_invite set expires_at = now() - interval '1 second' where email = :email")
                .bind("email", email)
                .then()
                .block(Duration.ofSeconds(10));

        assertRefused(post("/api/v1/join", joining(token, "Late")), 403, "invite_invalid");
        assertThat(owner.list("/api/v1/invites")).noneMatch(invite -> email.equals(invite.get("email")));
    }

    @Test
    void agentsHaveConversationsAndNothingElse() {
        Api agent = join(invite(email(), "agent"), "Agent");

        agent.get("/api/v1/conversations").expectStatus().isOk();
        assertRefused(
                agent.post(
                        "/api/v1/conversations/"
                                + context.getBean(PublicIds.class).encode(new ConversationId(Integer.MAX_VALUE))
                                + "/notes",
                        Map.of("text", "For colleagues")),
                404,
                "conversation_not_found");
        agent.get("/api/v1/campaigns/names").expectStatus().isOk();
        agent.get("/api/v1/accounts/names").expectStatus().isOk();
        // with their texts, figures, servers and user names
        assertRefused(agent.get("/api/v1/campaigns"), 403, "forbidden");
        assertRefused(agent.get("/api/v1/accounts"), 403, "forbidden");
        agent.patch("/api/v1/me", Map.of("name", "Agent A")).expectStatus().isOk();
        assertRefused(agent.post("/api/v1/campaigns", Map.of("name", "Mine")), 403, "forbidden");
        assertRefused(agent.post("/api/v1/invites", Map.of("email", email(), "role", "owner")), 403, "forbidden");
        for (String open : List.of("users", "teams", "accounts/names", "campaigns/names", "mailboxes")) {
            agent.get("/api/v1/" + open).expectStatus().isOk();
        }
        for (String closed : List.of(
                "invites",
                "outbox/messages",
                "outbox/summary",
                "log",
                "contacts",
                "suppressions",
                "mails/quarantined")) {
            assertRefused(agent.get("/api/v1/" + closed), 403, "forbidden");
            owner.get("/api/v1/" + closed).expectStatus().isOk();
        }
    }

    @Test
    void managersDoEverythingButPeopleAndARoleCountsAtOnce() {
        String email = email();
        Api manager = join(invite(email, "manager"), "Manager");
        manager.post("/api/v1/campaigns", Map.of("name", "Of " + email))
                .expectStatus()
                .isCreated();
        String path = "/api/v1/users/" + idOf(email);
        assertRefused(manager.patch(path, Map.of("role", "owner")), 403, "forbidden");

        owner.patch(path, Map.of("role", "agent")).expectStatus().isNoContent();

        assertRefused(manager.post("/api/v1/campaigns", Map.of("name", "Late")), 403, "forbidden");
    }

    @Test
    void whoIsRemovedIsLoggedOutAndNobodyRemovesThemselves() {
        String email = email();
        Api leaver = join(invite(email, "agent"), "Leaver");
        leaver.get("/api/v1/me").expectStatus().isOk();

        owner.delete("/api/v1/users/" + idOf(email)).expectStatus().isNoContent();

        assertRefused(leaver.get("/api/v1/me"), 401, "unauthenticated");
        assertRefused(owner.delete("/api/v1/users/" + idOf(Owner.EMAIL)), 409, "own_account");
        assertRefused(owner.patch("/api/v1/users/" + idOf(Owner.EMAIL), Map.of("role", "agent")), 409, "own_account");
    }

    @Test
    void twoOwnersWhoTakeEachOthersRightsAtOnceDoNotBothSucceed() {
        Members members = context.getBean(Members.class);
        for (int round = 0; round < 5; round++) {
            Caller one = newOwner();
            Caller other = newOwner();

            Integer done = Flux.merge(
                            taken(members.setRole(one, other.userId(), Role.AGENT)),
                            taken(members.setRole(other, one.userId(), Role.AGENT)))
                    .reduce(0, Integer::sum)
                    .block(Duration.ofSeconds(10));

            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        String email = email();
        Api here = join(invite(email, "agent"), "Changer");
        Api there = signedIn(post("/api/v1/session", Map.of("email", email, "password", PASSWORD)));
        there.get("/api/v1/me").expectStatus().isOk();

        assertRefused(
                here.post("/api/v1/me/password", Map.of("current", "not it", "password", "another of ten")),
                422,
                "password_wrong",
                "/current");
        here.post("/api/v1/me/password", Map.of("current", PASSWORD, "password", "another of ten"))
                .expectStatus()
                .isNoContent();

        here.get("/api/v1/me").expectStatus().isOk();
        assertRefused(there.get("/api/v1/me"), 401, "unauthenticated");
        post("/api/v1/session", Map.of("email", email, "password", "another of ten"))
                .expectStatus()
                .isOk();
    }

    private Caller newOwner() {
        String email = email();
        join(invite(email, "owner"), "Owner too");
        Users users = context.getBean(Users.class);
        return Objects.requireNonNull(users.passwordOf(email)
                        .flatMap(stored -> users.get(stored.userId()))
                        .block(Duration.ofSeconds(10)))
                .asCaller();
    }

    private static Mono<Integer> taken(Mono<Void> right) {
        return right.thenReturn(1).onErrorReturn(DomainException.class, 0);
    }

    private String invite(String email, String role) {
        String link = String.valueOf(owner.created("/api/v1/invites", Map.of("email", email, "role", role))
                .get("link"));
        assertThat(link).contains("/join?token=");
        return link.substring(link.indexOf('=') + 1);
    }

    private Api join(String token, String name) {
        return signedIn(post("/api/v1/join", joining(token, name)));
    }

    private Api signedIn(WebTestClient.ResponseSpec entered) {
        ResponseCookie session = Objects.requireNonNull(entered.expectStatus()
                .is2xxSuccessful()
                .returnResult(Void.class)
                .getResponseCookies()
                .getFirst("__Host-sid"));
        return new Api(Owner.signedIn(web, session.getValue()));
    }

    private WebTestClient.ResponseSpec post(String path, Object body) {
        return web.post()
                .uri(path)
                .cookie("XSRF-TOKEN", "token-of-this-test")
                .header("X-XSRF-TOKEN", "token-of-this-test")
                .bodyValue(body)
                .exchange();
    }

    private Object idOf(String email) {
        return owner.list("/api/v1/users").stream()
                .filter(user -> email.equals(user.get("email")))
                .findFirst()
                .orElseThrow()
                .get("id");
    }

    private static Map<String, String> joining(String token, String name) {
        return Map.of("token", token, "name", name, "language", "en", "password", PASSWORD);
    }

    private static String email() {
        return "person" + NUMBER.incrementAndGet() + "@kurir.test";
    }
}
