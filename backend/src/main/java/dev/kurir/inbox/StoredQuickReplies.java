package dev.kurir.inbox;

import dev.kurir.kernel.QuickReplyId;
import dev.kurir.kernel.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The stored quick replies, without their files. A shortcut that another one has is refused: {@code shortcut_taken}.
 */
public interface StoredQuickReplies {
    /** By name. */
    Mono<List<QuickReply>> all(WorkspaceId workspace);

    Mono<QuickReply> find(WorkspaceId workspace, QuickReplyId id);

    Mono<QuickReply> add(WorkspaceId workspace, String name, String shortcut, String text);

    /** Empty where there is none with this id. */
    Mono<QuickReply> replace(WorkspaceId workspace, QuickReplyId id, String name, String shortcut, String text);

    /** False where there was none. */
    Mono<Boolean> remove(WorkspaceId workspace, QuickReplyId id);
}
