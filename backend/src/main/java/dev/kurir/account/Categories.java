package dev.kurir.account;

import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.SingleLine;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.feed.Feed;
import dev.kurir.platform.feed.FeedEntry;
import dev.kurir.workspace.Language;
import dev.kurir.workspace.WorkspaceSeed;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The managed list of categories. A new workspace starts with one. */
@Component
public class Categories implements WorkspaceSeed {
    private static final String FIRST = "Automation";

    private final StoredCategories categories;
    private final Feed feed;
    private final TransactionalOperator transaction;

    Categories(StoredCategories categories, Feed feed, TransactionalOperator transaction) {
        this.categories = categories;
        this.feed = feed;
        this.transaction = transaction;
    }

    public Mono<List<Category>> all(WorkspaceId workspace) {
        return categories.all(workspace);
    }

    /** Refuses {@code category_exists} where there is one of this name. */
    public Mono<Category> add(WorkspaceId workspace, String name) {
        String stripped = SingleLine.require("/name", name.strip());
        return categories
                .add(workspace, stripped)
                .switchIfEmpty(Mono.error(Categories::exists))
                .delayUntil(_ -> tell(workspace))
                .as(transaction::transactional);
    }

    /** Refuses {@code category_in_use} while an account has it. */
    public Mono<Void> remove(WorkspaceId workspace, CategoryId id) {
        return categories
                .find(workspace, id)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("category")))
                .flatMap(_ -> categories.removeUnused(workspace, id))
                .switchIfEmpty(Mono.error(Categories::inUse))
                .then(tell(workspace))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Void> seed(WorkspaceId workspace, Language language) {
        return categories.add(workspace, FIRST).then();
    }

    private Mono<Void> tell(WorkspaceId workspace) {
        return feed.publish(FeedEntry.changed(workspace, "account", Map.of()));
    }

    private static DomainException exists() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "category_exists", "There is a category of this name already.");
    }

    private static DomainException inUse() {
        return new DomainException(
                DomainException.Kind.CONFLICT,
                "category_in_use",
                "Accounts have this category: give them another one.");
    }
}
