package dev.kurir.contact;

import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was uploaded, and what is wanted of it; see {@link ImportJob}. */
public record NewImport(
        Path file, String fileName, long bytes, @Nullable String list, boolean updatesExisting) {

    ImportJob job(ImportId id, WorkspaceId workspace, String actor) {
        return new ImportJob(id, workspace, file, fileName, list, updatesExisting, actor);
    }
}
