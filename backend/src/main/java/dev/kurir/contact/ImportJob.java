package dev.kurir.contact;

import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to be imported.
 *
 * @param file belongs to the job: it is deleted at the end
 * @param list name of a list that everybody joins; made when missing
 * @param updatesExisting false: people who are there already keep their values
 */
public record ImportJob(
        ImportId id,
        WorkspaceId workspaceId,
        Path file,
        String fileName,
        @Nullable String list,
        boolean updatesExisting,
        String actor) {}
