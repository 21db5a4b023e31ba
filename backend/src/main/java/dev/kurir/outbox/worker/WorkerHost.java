package dev.kurir.outbox.worker;

import dev.kurir.kernel.AccountId;
import dev.kurir.outbox.WorkerStatus;
import dev.kurir.platform.feed.FeedEntry;

/** What a worker needs from the engine around it. Called on the engine's thread. */
interface WorkerHost {
    /** The node's lease holds. */
    boolean mayWork();

    /** The account belongs to another node: stop working for it. */
    void lost(AccountId account);

    /** Going on is useless until a person has looked. */
    void suspend(AccountId account, String reason, String detail);

    void tell(WorkerStatus status);

    void log(FeedEntry entry);

    /** What the next owner of the account has to know. */
    void remember(AccountId account, PaceMemory memory);

    /** Reserves permits in the database before they are used. */
    void reserve(AccountId account, Quota.Reservation wanted, Runnable done, Runnable failed);

    /** Permits that nobody will use; where that fails they count as used. */
    void giveBack(AccountId account, Quota.Reservation unused, Runnable done);
}
