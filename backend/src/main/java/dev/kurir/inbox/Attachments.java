package dev.kurir.inbox;

import dev.kurir.inbox.StoredAttachments.Stored;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.LetterHead;
import dev.kurir.workspace.Caller;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that people send with what they write. */
@Component
public class Attachments {
    /** Octets of all files of one mail: as base64 they pass where 25 MB do. */
    public static final int LARGEST = 18_000_000;

    static final int MOST = 20;

    private final StoredAttachments stored;
    private final TransactionalOperator transaction;

    Attachments(StoredAttachments stored, TransactionalOperator transaction) {
        this.stored = stored;
        this.transaction = transaction;
    }

    /** Keeps it until it is sent, a week at most. */
    public Mono<AttachedFile> keep(Caller caller, String fileName, String type, byte[] octets) {
        if (octets.length == 0) {
            return Mono.error(() -> DomainException.invalid("/file", "empty_file", "The file is empty."));
        }
        return stored.add(
                        caller.workspaceId(),
                        caller.userId(),
                        FileNames.harmless(fileName),
                        FileNames.typeOf(type),
                        octets)
                .as(transaction::transactional);
    }

    /** What belongs to a conversation that the caller may see or to a quick reply, or was uploaded by them. */
    public Mono<Stored> get(Caller caller, AttachmentId id) {
        return stored.seen(caller, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("attachment")));
    }

    /** What somebody wants to send. Refuses what is not there, was sent already, or is too much. */
    Mono<List<AttachedFile>> chosen(Caller caller, List<AttachmentId> ids) {
        List<AttachmentId> each = ids.stream().distinct().toList();
        if (each.isEmpty()) {
            return Mono.just(List.of());
        }
        if (each.size() > MOST) {
            return Mono.error(() -> DomainException.invalid("/attachments", "too_many", "At most 20 files go along."));
        }
        return stored.unsent(caller, each).doOnNext(files -> check(each, files));
    }

    private static void check(List<AttachmentId> ids, List<AttachedFile> files) {
        if (files.size() != ids.size()) {
            throw DomainException.invalid(
                    "/attachments", "attachment_not_found", "One of the files is not there any more. Attach it again.");
        }
        if (files.stream().mapToLong(AttachedFile::octets).sum() > LARGEST) {
            throw DomainException.invalid("/attachments", "files_too_large", "All files together: at most 18 MB.");
        }
    }

    /** They belong to the entry now; with their octets. */
    Mono<List<LetterHead.Attachment>> tie(WorkspaceId workspace, EntryId entry, List<AttachedFile> files) {
        return stored.tie(entry, files)
                .thenMany(Flux.fromIterable(files))
                .concatMap(file -> stored.get(workspace, file.id()))
                .map(found -> new LetterHead.Attachment(
                        found.file().fileName(), found.file().type(), found.octets()))
                .collectList();
    }

    /** Whoever has taken the entry back can send them again. */
    Mono<Void> untie(Caller caller, EntryId entry) {
        return stored.untie(entry, caller.userId());
    }
}
