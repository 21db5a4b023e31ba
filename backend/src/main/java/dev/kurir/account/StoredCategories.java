package dev.kurir.account;

import dev.kurir.kernel.CategoryId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** The categories of a workspace. */
public interface StoredCategories {
    Mono<List<Category>> all(WorkspaceId workspace);

    Mono<CategoryId> find(WorkspaceId workspace, CategoryId id);

    /** Empty where the name is taken, whatever its case. */
    Mono<Category> add(WorkspaceId workspace, String name);

    /** Empty where an account has it. */
    Mono<CategoryId> removeUnused(WorkspaceId workspace, CategoryId id);
}
