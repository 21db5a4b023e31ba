package dev.kurir.contact;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.ImportId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Imports of files: started here, run in the background. */
@Component
public class ContactImports {
    private static final int LATEST = 50;

    private final StoredImports imports;
    private final ImportRunner runner;
    private final Feed feed;
    private final TransactionalOperator transaction;

    ContactImports(StoredImports imports, ImportRunner runner, Feed feed, TransactionalOperator transaction) {
        this.imports = imports;
        this.runner = runner;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Takes the file over and returns at once. */
    public Mono<ContactImport> start(WorkspaceId workspace, NewImport file, String actor) {
        return imports.start(workspace, file.fileName(), file.bytes())
                .delayUntil(id -> feed.publish(FeedEntry.log(
                                workspace, "import_started", FeedEntry.Level.INFO, Map.of("file", file.fileName()))
                        .by(actor)))
                .as(transaction::transactional)
                .doOnNext(id -> runner.submit(file.job(id, workspace, actor)))
                .flatMap(id -> get(workspace, id));
    }

    public Mono<ContactImport> get(WorkspaceId workspace, ImportId id) {
        return imports.find(workspace, id).switchIfEmpty(Mono.error(() -> DomainException.notFound("import")));
    }

    /** The newest first. */
    public Mono<List<ContactImport>> latest(WorkspaceId workspace) {
        return imports.latest(workspace, LATEST);
    }

    public Mono<List<ImportRefusal>> refusals(WorkspaceId workspace, ImportId id) {
        return get(workspace, id).then(imports.refusals(workspace, id));
    }
}
