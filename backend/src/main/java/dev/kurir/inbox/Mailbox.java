package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;

/**
 * A folder that is read, and how far (RFC 9051 §2.3.1.1): what has a UID from {@code backfillUid} up to before
 * {@code nextUid} is settled; what is older is fetched bit by bit, down to {@code backfillUntil}.
 *
 * @param epoch from 1; raised when UIDVALIDITY changed
 * @param liveSince what arrived before was there before us
 */
public record Mailbox(
        long id,
        WorkspaceId workspaceId,
        AccountId accountId,
        MailSession.Role role,
        String name,
        long uidValidity,
        int epoch,
        long nextUid,
        long backfillUid,
        long backfillUntil,
        int backfillTotal,
        int backfillDone,
        Instant liveSince) {
    public boolean hasBackfill() {
        return backfillUid > backfillUntil;
    }

    public boolean isBaseline(Instant receivedAt) {
        return receivedAt.isBefore(liveSince);
    }
}
