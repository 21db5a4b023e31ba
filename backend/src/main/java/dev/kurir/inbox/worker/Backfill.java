package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.MailSession.Listed;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.Watched;
import java.io.IOException;
import java.util.List;
import reactor.core.publisher.Mono;

/** Fetches what was there before us, the newest first, a batch at a time: new mail never waits for it. */
final class Backfill {
    private static final long SPAN = 200;

    private final WatchTools tools;
    private final Watched account;
    private final MailSession session;
    private final BatchSize size;
    private final Suspects suspects;

    Backfill(WatchTools tools, Watched account, MailSession session, BatchSize size, Suspects suspects) {
        this.tools = tools;
        this.account = account;
        this.session = session;
        this.size = size;
        this.suspects = suspects;
    }

    /** One batch of the open folder. */
    Mono<Void> step(Mailbox mailbox) {
        return tools.io()
                .call(() -> next(mailbox))
                .flatMap(mails -> mails.isEmpty()
                        ? tools.mailboxes().backfilled(mailbox, mailbox.backfillUntil(), 0)
                        : take(mailbox, mails));
    }

    private Mono<Void> take(Mailbox mailbox, List<Listed> mails) {
        return new BatchIntake(tools, account, session, mailbox, suspects)
                .take(mails)
                .then(Mono.defer(() ->
                        tools.mailboxes().backfilled(mailbox, mails.getFirst().uid(), mails.size())));
    }

    /** UIDs have gaps: the span grows until it holds some mails. */
    private List<Listed> next(Mailbox mailbox) throws IOException {
        long top = mailbox.backfillUid() - 1;
        for (long span = SPAN; top >= mailbox.backfillUntil(); span *= 4) {
            long from = Math.max(mailbox.backfillUntil(), top - span + 1);
            List<Listed> mails = session.list(from, top);
            if (!mails.isEmpty()) {
                List<List<Listed>> batches = Batches.of(mails.reversed(), size.most());
                return batches.getFirst().reversed();
            }
            top = from - 1;
        }
        return List.of();
    }
}
