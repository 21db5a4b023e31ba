package dev.kurir.inbox.web;

import dev.kurir.inbox.QuickReplies;
import dev.kurir.inbox.QuickReply;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.QuickReplyId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/quick-replies")
class QuickReplyController {
    private final QuickReplies replies;

    QuickReplyController(QuickReplies replies) {
        this.replies = replies;
    }

    @GetMapping
    @Operation(operationId = "listQuickReplies", tags = "inbox")
    Mono<List<QuickReplyResponse>> listQuickReplies(Caller caller) {
        return replies.all(caller.workspaceId())
                .map(all -> all.stream().map(QuickReplyResponse::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createQuickReply", tags = "inbox")
    Mono<QuickReplyResponse> createQuickReply(Caller caller, @Valid @RequestBody QuickReplyRequest body) {
        return replies.add(caller, body.toDraft()).map(QuickReplyResponse::of);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "updateQuickReply", tags = "inbox")
    Mono<QuickReplyResponse> updateQuickReply(
            Caller caller, @PathVariable QuickReplyId id, @Valid @RequestBody QuickReplyRequest body) {
        return replies.change(caller, id, body.toDraft()).map(QuickReplyResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteQuickReply", tags = "inbox")
    Mono<Void> deleteQuickReply(Caller caller, @PathVariable QuickReplyId id) {
        return replies.remove(caller, id);
    }

    @PostMapping("/{id}/fill")
    @Operation(operationId = "fillQuickReply", tags = "inbox")
    Mono<FilledResponse> fillQuickReply(
            Caller caller, @PathVariable QuickReplyId id, @Valid @RequestBody FillRequest body) {
        return replies.fill(caller, id, body.name(), body.address()).map(FilledResponse::of);
    }

    /** As people write it. */
    record QuickReplyRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 41) String shortcut,
            @NotBlank @Size(max = 20_000) String text,
            @Nullable @Size(max = 20) List<@NotNull AttachmentId> attachments) {
        QuickReplies.Draft toDraft() {
            return new QuickReplies.Draft(name, shortcut, text, Objects.requireNonNullElse(attachments, List.of()));
        }
    }

    /** Whom it is for; either may be empty. */
    record FillRequest(
            @NotNull @Size(max = 320) String name,
            @NotNull @Size(max = 320) String address) {}

    record FilledResponse(String text, List<AttachmentResponse> attachments) {
        static FilledResponse of(QuickReplies.Filled filled) {
            return new FilledResponse(filled.text(), AttachmentResponse.all(filled.attachments()));
        }
    }

    record QuickReplyResponse(
            QuickReplyId id, String name, String shortcut, String text, List<AttachmentResponse> attachments) {
        static QuickReplyResponse of(QuickReply reply) {
            return new QuickReplyResponse(
                    reply.id(),
                    reply.name(),
                    reply.shortcut(),
                    reply.text(),
                    AttachmentResponse.all(reply.attachments()));
        }
    }
}
