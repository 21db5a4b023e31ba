package dev.kurir.contact;

import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Imports, their counters and the lines they refused. */
public interface StoredImports {
    /** What a batch adds to the counters. */
    record Counts(long lines, long created, long updated, long skipped, long refused) {}

    /** An import that ended because its process did. */
    record Abandoned(ImportId id, WorkspaceId workspaceId, String fileName) {}

    Mono<ImportId> start(WorkspaceId workspace, String fileName, long bytes);

    Mono<ContactImport> find(WorkspaceId workspace, ImportId id);

    /** The newest first. */
    Mono<List<ContactImport>> latest(WorkspaceId workspace, int limit);

    Mono<List<ImportRefusal>> refusals(WorkspaceId workspace, ImportId id);

    Mono<Void> count(ImportId id, Counts counts, long bytesRead);

    Mono<Void> refuse(WorkspaceId workspace, ImportId id, List<ImportRefusal> refusals);

    /** Ends it; {@code problem} says why it failed, null that it did not. Empty where it had ended before. */
    Mono<ImportId> end(ImportId id, @Nullable String problem);

    /** Says that these are still running. */
    Mono<Void> touch(Collection<ImportId> ids);

    /** Ends those that did not say so for this long. */
    Mono<List<Abandoned>> endSilent(Duration silence, String problem);
}
