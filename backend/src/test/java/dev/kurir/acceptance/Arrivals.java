package dev.kurir.acceptance;

import static org.awaitility.Awaitility.await;

import dev.kurir.inbox.Arrived;
import dev.kurir.inbox.Intake;
import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes;
import dev.kurir.inbox.Mailboxes.Start;
import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.testing.Api;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Mail of any account and folder, taken in as its watcher would: no server has to bring it, nobody waits. */
final class Arrivals {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final long BEYOND_THE_WATCHERS = 1_000_000;

    private final Intake intake;
    private final Mailboxes mailboxes;
    private final DatabaseClient database;
    private final Clock clock;
    private final AtomicLong uid = new AtomicLong(BEYOND_THE_WATCHERS);

    Arrivals(ApplicationContext context) {
        intake = context.getBean(Intake.class);
        mailboxes = context.getBean(Mailboxes.class);
        database = context.getBean(DatabaseClient.class);
        clock = context.getBean(Clock.class);
    }

    /** An account that sends as this one does; nobody watches its mailbox. */
    static void anotherAccount(Api api, String address) {
        Map<String, Object> first = api.list("/api/v1/accounts").getFirst();
        Map<String, Object> request = new HashMap<>();
        // the last of the list
        request.put("name", "Z " + address);
        request.put("categoryId", InboxApi.map(first.get("category")).get("id"));
        request.put("fromAddress", address);
        request.put("password", "secret");
        request.put("smtp", first.get("smtp"));
        api.created("/api/v1/accounts", request);
    }

    void inInbox(String address, String raw) {
        arrive(address, Role.INBOX, raw).block(A_MINUTE);
    }

    /** One that its server has had since then, though we read it now. */
    void inInbox(String address, String raw, Instant receivedAt) {
        arrive(address, Role.INBOX, raw, receivedAt).block(A_MINUTE);
    }

    void inSent(String address, String raw) {
        arrive(address, Role.SENT, raw).block(A_MINUTE);
    }

    Mono<Long> arrive(String address, Role role, String raw) {
        return arrive(address, role, raw, clock.instant());
    }

    private Mono<Long> arrive(String address, Role role, String raw, Instant receivedAt) {
        Watched account = await().atMost(A_MINUTE).until(() -> account(address), Objects::nonNull);
        byte[] octets = raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return mailbox(account, role)
                .flatMap(mailbox -> intake.take(
                        account, mailbox, List.of(Arrived.read(uid.getAndIncrement(), receivedAt, octets))));
    }

    private Mono<Mailbox> mailbox(Watched account, Role role) {
        Start start = new Start(1, 1, 1, 0, clock.instant());
        return mailboxes
                .find(account.accountId(), role)
                .switchIfEmpty(Mono.defer(() -> mailboxes.begin(account, role, role.name(), start)));
    }

    private Watched account(String address) {
        return database.sql("""
                        select a.id, a.workspace_id, a.version, o.fence from account a join account_owner o on o.account_id = a.id
                         where a.from_address = :address and a.deleted_at is null and o.node_id > 0
                        """)
                .bind("address", address)
                .map(row -> new Watched(
                        new AccountId(Objects.requireNonNull(row.get("id", Long.class))),
                        new WorkspaceId(Objects.requireNonNull(row.get("workspace_id", Long.class))),
                        Objects.requireNonNull(row.get("version", Long.class)),
                        Objects.requireNonNull(row.get("fence", Long.class))))
                .one()
                .block(A_MINUTE);
    }
}
