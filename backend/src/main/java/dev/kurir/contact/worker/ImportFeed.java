package dev.kurir.contact.worker;

import dev.kurir.contact.ImportJob;
import dev.kurir.contact.StoredImports.Abandoned;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.platform.feed.FeedEntry.Level;
import java.util.List;
import java.util.Map;

/** What the feed is told about imports. */
final class ImportFeed {
    private ImportFeed() {}

    static FeedEntry progress(ImportJob job) {
        return progress(job.workspaceId(), job.id());
    }

    /** The end, for the log and for the screens that show contacts, lists and tags. */
    static List<FeedEntry> done(ImportJob job) {
        FeedEntry entry = FeedEntry.log(job.workspaceId(), "import_done", Level.INFO, Map.of("file", job.fileName()));
        return withChanges(job.workspaceId(), job.id(), entry.by(job.actor()));
    }

    static List<FeedEntry> failed(ImportJob job, String problem) {
        FeedEntry entry = failure(job.workspaceId(), job.fileName(), problem);
        return withChanges(job.workspaceId(), job.id(), entry.by(job.actor()));
    }

    static List<FeedEntry> failed(Abandoned abandoned, String problem) {
        FeedEntry entry = failure(abandoned.workspaceId(), abandoned.fileName(), problem);
        return withChanges(abandoned.workspaceId(), abandoned.id(), entry);
    }

    private static FeedEntry failure(WorkspaceId workspace, String file, String problem) {
        return FeedEntry.log(workspace, "import_failed", Level.ERROR, Map.of("file", file, "detail", problem));
    }

    private static List<FeedEntry> withChanges(WorkspaceId workspace, ImportId id, FeedEntry entry) {
        return List.of(
                entry,
                progress(workspace, id),
                FeedEntry.changed(workspace, "contact", Map.of()),
                FeedEntry.changed(workspace, "list", Map.of()),
                FeedEntry.changed(workspace, "tag", Map.of()));
    }

    private static FeedEntry progress(WorkspaceId workspace, ImportId id) {
        return FeedEntry.log(workspace, "import", Level.NONE, Map.of("id", id));
    }
}
