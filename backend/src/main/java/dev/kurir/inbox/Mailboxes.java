package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored folders, and who watches which account. */
public interface Mailboxes {
    /**
     * An account that this node reads.
     *
     * @param version of its settings: another one is another connection
     * @param fence under which it is ours
     */
    record Watched(AccountId accountId, WorkspaceId workspaceId, long version, long fence) {}

    /**
     * Where reading begins when a folder is seen for the first time, or was numbered anew.
     *
     * @param backfillUntil the lowest UID that is wanted
     * @param total how many there are to backfill
     */
    record Start(long uidValidity, long nextUid, long backfillUntil, int total, Instant now) {}

    /** What a watcher says of its account. */
    record WatchState(
            AccountId accountId,
            State state,
            @Nullable String detail,
            Instant since,
            @Nullable Instant checkedAt) {}

    /** How it stands. */
    enum State {
        CONNECTING,
        WATCHING,
        FAILED
    }

    /** Active accounts of this node with a server to read from. */
    Mono<List<Watched>> watched(long node);

    Mono<Mailbox> find(AccountId account, MailSession.Role role);

    /** All of a workspace. */
    Mono<List<Mailbox>> all(WorkspaceId workspace);

    /** Begins a folder, or begins it again; where its mails lay is forgotten, the mails are not. */
    Mono<Mailbox> begin(Watched account, MailSession.Role role, String name, Start start);

    /** Of these UIDs those that are settled. */
    Mono<Set<Long>> settled(Mailbox mailbox, Collection<Long> uids);

    /** Everything below this UID is settled. */
    Mono<Void> advance(Mailbox mailbox, long nextUid);

    /** Everything from this UID up is settled, so many more of them. */
    Mono<Void> backfilled(Mailbox mailbox, long uid, int count);

    /** One more vain try to fetch or store it; how many there were. */
    Mono<Integer> failed(Mailbox mailbox, long uid);

    Mono<Void> post(Watched account, State state, @Nullable String detail);

    Mono<List<WatchState>> states(WorkspaceId workspace);
}
