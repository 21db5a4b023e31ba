package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.MailSession.Listed;
import dev.kurir.inbox.MailSession.Opened;
import dev.kurir.inbox.MailSession.Role;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.Start;
import dev.kurir.inbox.Mailboxes.Watched;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a folder up to date: everything with a UID that was not seen before, in the order of UIDs, never by date or by
 * flags. A folder that was numbered anew is listed again; what is known already is only found again.
 */
final class FolderSync {
    /** What is older stays on the server. */
    private static final Duration BASELINE = Duration.ofDays(30);

    private final WatchTools tools;
    private final Watched account;
    private final MailSession session;
    private final BatchSize size;
    private final Suspects suspects;
    private final Runnable progressed;

    FolderSync(
            WatchTools tools,
            Watched account,
            MailSession session,
            BatchSize size,
            Suspects suspects,
            Runnable progressed) {
        this.tools = tools;
        this.account = account;
        this.session = session;
        this.size = size;
        this.suspects = suspects;
        this.progressed = progressed;
    }

    /** Empty where the account has no such folder. Afterwards the folder is open. */
    Mono<Mailbox> bringUpToDate(Role role) {
        return tools.io()
                .call(() -> open(role))
                .filter(found -> !found.name().isEmpty())
                .flatMap(found -> current(role, found)
                        .delayUntil(mailbox -> takeNew(mailbox, found.opened()))
                        .flatMap(mailbox -> tools.mailboxes().find(account.accountId(), role)));
    }

    /** @param name empty: there is no such folder */
    private record Found(String name, Opened opened) {}

    private Found open(Role role) throws IOException {
        String name = session.find(role).orElse("");
        return new Found(name, name.isEmpty() ? new Opened(0, 0) : session.open(name));
    }

    private Mono<Mailbox> current(Role role, Found found) {
        return tools.mailboxes()
                .find(account.accountId(), role)
                .filter(known -> known.uidValidity() == found.opened().uidValidity()
                        && known.name().equals(found.name()))
                .switchIfEmpty(Mono.defer(() -> begin(role, found)));
    }

    private Mono<Mailbox> begin(Role role, Found found) {
        return tools.io()
                .call(() -> start(found.opened()))
                .flatMap(start -> tools.mailboxes().begin(account, role, found.name(), start));
    }

    private Start start(Opened opened) throws IOException {
        Instant now = tools.clock().instant();
        List<Long> wanted = session.since(LocalDate.ofInstant(now.minus(BASELINE), ZoneOffset.UTC)).stream()
                .filter(uid -> uid < opened.uidNext())
                .toList();
        long until = wanted.isEmpty() ? opened.uidNext() : wanted.getFirst();
        return new Start(opened.uidValidity(), opened.uidNext(), until, wanted.size(), now);
    }

    private Mono<Void> takeNew(Mailbox mailbox, Opened opened) {
        if (opened.uidNext() <= mailbox.nextUid()) {
            return Mono.empty();
        }
        return tools.io()
                .call(() -> session.list(mailbox.nextUid(), opened.uidNext() - 1))
                .flatMapMany(listed -> Flux.fromIterable(Batches.of(listed, size.most())))
                .concatMap(batch -> take(mailbox, batch))
                .then(Mono.defer(() -> tools.mailboxes().advance(mailbox, opened.uidNext())));
    }

    private Mono<Void> take(Mailbox mailbox, List<Listed> batch) {
        long next = batch.getLast().uid() + 1;
        return new BatchIntake(tools, account, session, mailbox, suspects)
                .take(batch)
                .delayUntil(_ -> tools.mailboxes().advance(mailbox, next))
                // what was settled without coming through says nothing of the line
                .filter(came -> came)
                .doOnNext(_ -> progressed.run())
                .then();
    }
}
