package dev.kurir.suppression;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.SuppressionId;
import dev.kurir.kernel.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The suppressed addresses of a workspace. */
public interface StoredSuppressions {
    /** Adds the address; where it is there already, the stronger reason and the older date stay. */
    Mono<Suppression> put(WorkspaceId workspace, NewSuppression suppression);

    /** The address that was removed; empty where there was none. */
    Mono<EmailAddress> remove(WorkspaceId workspace, SuppressionId id);

    /** Newest first; those older than {@code after}. */
    Mono<List<Suppression>> page(WorkspaceId workspace, String search, @Nullable SuppressionId after, int limit);

    Mono<Long> count(WorkspaceId workspace, String search);

    Mono<Map<EmailAddress, SuppressionReason>> reasons(WorkspaceId workspace, Collection<EmailAddress> addresses);
}
