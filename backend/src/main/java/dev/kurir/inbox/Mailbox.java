package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
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
    private static final int FIRST = 1;

    /** So far two clocks may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    public boolean hasBackfill() {
        return backfillUid > backfillUntil;
    }

    /**
     * Whether a mail was there before us: by its place where that tells, as the server's clock is not ours. What has a
     * new place and an old date was moved here by somebody.
     */
    public boolean isBaseline(long uid, Instant receivedAt) {
        if (uid >= backfillUid) {
            return receivedAt.isBefore(liveSince.minus(CLOCKS));
        }
        return epoch == FIRST || receivedAt.isBefore(liveSince);
    }
}
