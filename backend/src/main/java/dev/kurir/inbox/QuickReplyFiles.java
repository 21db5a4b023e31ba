package dev.kurir.inbox;

import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The files of quick replies. All changes join the caller's transaction. */
public interface QuickReplyFiles {
    /** Only of those that have some, each in its order. */
    Mono<Map<QuickReplyId, List<AttachedFile>>> all(WorkspaceId workspace);

    /** Uploads of somebody are this quick reply's now; nobody sends them as they are. */
    Mono<Void> hold(QuickReplyId reply, List<AttachedFile> files);

    /** They are uploads of the caller again. */
    Mono<Void> release(Caller caller, QuickReplyId reply);

    /** The same files once more, as uploads of the caller. */
    Mono<List<AttachedFile>> copy(Caller caller, QuickReplyId reply);
}
