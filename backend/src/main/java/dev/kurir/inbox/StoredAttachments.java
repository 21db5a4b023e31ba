package dev.kurir.inbox;

import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.UserId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The stored files that people send. All changes join the caller's transaction. */
public interface StoredAttachments {
    /** A file with its octets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(AttachedFile file, byte[] octets) {}

    Mono<AttachedFile> add(WorkspaceId workspace, UserId by, String fileName, String type, byte[] octets);

    Mono<Stored> get(WorkspaceId workspace, AttachmentId id);

    /** Empty where the caller may not see it. */
    Mono<Stored> seen(Caller caller, AttachmentId id);

    /**
     * Those of them that the caller may send and that were not sent yet and are no quick reply's, in the order of the
     * ids; nobody else sends them before this transaction ends.
     */
    Mono<List<AttachedFile>> unsent(Caller caller, List<AttachmentId> ids);

    Mono<Void> tie(EntryId entry, List<AttachedFile> files);

    /** Of an entry that was taken back; they are theirs who did it. */
    Mono<Void> untie(EntryId entry, UserId by);

    /** What was uploaded before then and never sent; how many. */
    Mono<Integer> forget(Instant before);
}
