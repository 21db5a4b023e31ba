package dev.kurir.inbox.worker;

import dev.kurir.account.ReadingAccount;
import dev.kurir.inbox.Intake;
import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.MailSession.LoginRefusedException;
import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.State;
import dev.kurir.inbox.Mailboxes.Watched;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.net.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Watches the mailbox of one account for as long as it is subscribed to: new mail first, then some of what is old, then
 * it waits for the server to say that something arrived. A broken connection is opened again after a while.
 */
final class AccountWatcher {
    private static final Logger log = LoggerFactory.getLogger(AccountWatcher.class);
    /**
     * Only the inbox tells what arrives in it: the Sent folder is looked at as often. Less than the half hour after
     * which servers hang up (RFC 2177), and than many routers forget a connection.
     */
    private static final Duration WAIT = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    /** A step that says nothing for so long says nothing any more; what it settled until then stays settled. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(30);

    private static final Duration AFTER_A_REFUSED_LOGIN = Duration.ofMinutes(15);

    private final WatchTools tools;
    private final Watched account;
    private final BatchSize size = new BatchSize();
    private final Suspects suspects = new Suspects();
    private int failures;
    private @Nullable State told;

    AccountWatcher(WatchTools tools, Watched account) {
        this.tools = tools;
        this.account = account;
    }

    /** Ends with its subscription, or when the account is not ours any more. */
    Mono<Void> watch() {
        return Mono.defer(this::connection)
                .onErrorResume(failure -> !(failure instanceof Intake.MovedException), this::pause)
                .repeat()
                .then();
    }

    private Mono<Void> connection() {
        return tell(State.CONNECTING, null)
                .then(tools.accounts().find(account.accountId()))
                .flatMap(settings -> Mono.usingWhen(
                        tools.io().call(() -> connect(settings)),
                        this::rounds,
                        session -> Mono.fromRunnable(session::close)));
    }

    private MailSession connect(ReadingAccount settings) throws IOException {
        return tools.servers().connect(settings);
    }

    private Mono<Void> rounds(MailSession session) {
        return Mono.defer(() -> round(session).takeUntilOther(silence()))
                .repeat()
                .then();
    }

    /** As timeout() does, which would also log what a line says that we have closed ourselves. */
    private static Mono<Void> silence() {
        return Mono.delay(LONGEST_ROUND)
                .then(Mono.error(() -> new TimeoutException("Nothing was heard for %s.".formatted(LONGEST_ROUND))));
    }

    private Mono<Void> round(MailSession session) {
        FolderSync folders = new FolderSync(tools, account, session, size, suspects, this::progressed);
        Backfill backfill = new Backfill(tools, account, session, size, suspects);
        return folders.bringUpToDate(Role.SENT)
                .flatMap(sent -> more(sent, backfill))
                .defaultIfEmpty(false)
                .zipWhen(
                        _ -> folders.bringUpToDate(Role.INBOX).flatMap(inbox -> more(inbox, backfill)),
                        Boolean::logicalOr)
                .delayUntil(_ -> tell(State.WATCHING, null))
                .flatMap(more -> more ? Mono.empty() : rest(session));
    }

    /** Whether there may be more. */
    private Mono<Boolean> more(Mailbox mailbox, Backfill backfill) {
        return mailbox.hasBackfill()
                ? backfill.step(mailbox).doOnSuccess(_ -> progressed()).thenReturn(true)
                : Mono.just(false);
    }

    /** A line that breaks again and again, and lets something through each time, is no reason to wait longer. */
    private void progressed() {
        failures = 0;
        size.passed();
    }

    /**
     * Only who could wait has a line that holds: a server that hangs up at once is not asked twice a second for ever.
     */
    private Mono<Void> rest(MailSession session) {
        Mono<?> waited = session.canWait() ? tools.io().call(() -> session.waitForNews(WAIT)) : Mono.delay(POLL);
        return waited.then().doOnSuccess(_ -> progressed());
    }

    private Mono<Void> pause(Throwable failure) {
        boolean isRefused = failure instanceof LoginRefusedException;
        Duration pause = isRefused ? AFTER_A_REFUSED_LOGIN : PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        failures++;
        size.broke();
        String words = words(failure);
        log.debug("Account {} cannot be read: {}", account.accountId().value(), words);
        // one cut is nobody's business
        Mono<Void> told = failures > 1 || isRefused ? tell(State.FAILED, words) : Mono.empty();
        return told.onErrorComplete().then(Mono.delay(pause)).then();
    }

    private static String words(Throwable failure) {
        return switch (failure) {
            case LoginRefusedException refused -> String.valueOf(refused.getMessage());
            case MailSession.RefusedException refused -> String.valueOf(refused.getMessage());
            case IOException trouble -> Trouble.words(trouble);
            default -> String.valueOf(failure.getMessage());
        };
    }

    private Mono<Void> tell(State state, @Nullable String detail) {
        if (state == State.CONNECTING && told != null) {
            return Mono.empty();
        }
        boolean isNew = told != state;
        told = state;
        return tools.mailboxes()
                .post(account, state, detail)
                .then(Mono.defer(() -> isNew ? publish(state, detail) : Mono.empty()));
    }

    private Mono<Void> publish(State state, @Nullable String detail) {
        FeedEntry changed = FeedEntry.changed(account.workspaceId(), "account", Map.of("id", account.accountId()));
        return tools.feed()
                .publish(changed)
                .then(Mono.defer(() -> state == State.FAILED
                        ? tools.feed()
                                .publish(FeedEntry.log(
                                                account.workspaceId(),
                                                "mailbox_unreachable",
                                                FeedEntry.Level.WARN,
                                                Map.of("detail", String.valueOf(detail)))
                                        .about(account.accountId()))
                        : Mono.empty()));
    }
}
