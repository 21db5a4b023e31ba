package dev.kurir.inbox.web;

import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.Mailboxes.WatchState;
import dev.kurir.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record MailboxResponse(
        AccountId accountId,
        String state,
        @Nullable String detail,
        Instant since,
        @Nullable Instant checkedAt,
        long backfillTotal,
        long backfillDone) {
    static MailboxResponse of(WatchState watch, List<Mailbox> all) {
        List<Mailbox> own = all.stream()
                .filter(mailbox -> mailbox.accountId().equals(watch.accountId()))
                .toList();
        return new MailboxResponse(
                watch.accountId(),
                watch.state().name().toLowerCase(Locale.ROOT),
                watch.detail(),
                watch.since(),
                watch.checkedAt(),
                own.stream().mapToLong(Mailbox::backfillTotal).sum(),
                own.stream()
                        .mapToLong(mailbox -> mailbox.hasBackfill() ? mailbox.backfillDone() : mailbox.backfillTotal())
                        .sum());
    }
}
