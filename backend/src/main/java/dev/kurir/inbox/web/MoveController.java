package dev.kurir.inbox.web;

import dev.kurir.inbox.ConversationMoves;
import dev.kurir.inbox.ConversationMoves.Moved;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MoveId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class MoveController {
    private final ConversationMoves moves;

    MoveController(ConversationMoves moves) {
        this.moves = moves;
    }

    @PostMapping("/conversations/{id}/merge")
    @Operation(operationId = "mergeConversations", tags = "inbox")
    Mono<MovedResponse> mergeConversations(
            Caller caller, @PathVariable ConversationId id, @Valid @RequestBody MergeRequest body) {
        return moves.merge(caller, id, body.ids()).map(MovedResponse::of);
    }

    @PostMapping("/conversations/{id}/split")
    @Operation(operationId = "splitConversation", tags = "inbox")
    Mono<MovedResponse> splitConversation(
            Caller caller, @PathVariable ConversationId id, @Valid @RequestBody SplitRequest body) {
        return moves.split(caller, id, body.entryId()).map(MovedResponse::of);
    }

    @PostMapping("/conversation-moves/{id}/undo")
    @Operation(operationId = "undoMove", tags = "inbox")
    Mono<ConversationResponse> undoMove(Caller caller, @PathVariable MoveId id) {
        return moves.undo(caller, id).map(ConversationResponse::of);
    }

    /** What is to be in the same conversation. */
    record MergeRequest(@NotNull @Size(min = 1, max = 50) List<@NotNull ConversationId> ids) {}

    /** What begins the new one. */
    record SplitRequest(@NotNull EntryId entryId) {}

    /** What can be undone by its id, and the conversation to look at. */
    record MovedResponse(MoveId moveId, ConversationResponse conversation) {
        static MovedResponse of(Moved moved) {
            return new MovedResponse(moved.move(), ConversationResponse.of(moved.conversation()));
        }
    }
}
