package dev.kurir.inbox.web;

import dev.kurir.inbox.Conversations;
import dev.kurir.inbox.EntryView;
import dev.kurir.inbox.ForwardedFiles;
import dev.kurir.inbox.Replies;
import dev.kurir.inbox.SentEntries;
import dev.kurir.inbox.SentEntries.Sent;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EntryId;
import dev.kurir.outbox.OutboxSignals;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/conversations")
class EntryController {
    private final Conversations conversations;
    private final Replies replies;
    private final SentEntries sent;
    private final ForwardedFiles forwards;
    private final Idempotency idempotency;
    private final OutboxSignals signals;

    EntryController(
            Conversations conversations,
            Replies replies,
            SentEntries sent,
            ForwardedFiles forwards,
            Idempotency idempotency,
            OutboxSignals signals) {
        this.conversations = conversations;
        this.replies = replies;
        this.sent = sent;
        this.forwards = forwards;
        this.idempotency = idempotency;
        this.signals = signals;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "startConversation", tags = "inbox")
    Mono<ConversationResponse> startConversation(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NewConversationRequest body) {
        return idempotency
                .once(
                        new IdempotentRequest(caller.workspaceId(), "startConversation", key, body),
                        ConversationResponse.class,
                        () -> replies.start(
                                        caller, body.accountId(), body.letter().toReply())
                                .map(ConversationResponse::of))
                .doOnSuccess(_ -> signals.changed());
    }

    /** The newest first. */
    @GetMapping("/{id}/entries")
    @Operation(operationId = "listEntries", tags = "inbox")
    Mono<EntryPage> listEntries(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return conversations
                .entries(caller, id, cursor, limit)
                .flatMap(page -> sent.of(caller.workspaceId(), page.slice().items())
                        .map(details -> EntryPage.of(page, details)));
    }

    @PostMapping("/{id}/replies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "reply", tags = "inbox")
    Mono<EntryResponse> reply(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ReplyRequest body) {
        return idempotency
                .once(
                        new IdempotentRequest(caller.workspaceId(), "reply", key, List.of(id, body)),
                        EntryResponse.class,
                        () -> replies.reply(caller, id, body.toReply()).flatMap(entry -> response(caller, entry)))
                .doOnSuccess(_ -> signals.changed());
    }

    @PostMapping("/{id}/entries/{entryId}/undo")
    @Operation(operationId = "undoReply", tags = "inbox")
    Mono<EntryResponse> undoReply(Caller caller, @PathVariable ConversationId id, @PathVariable EntryId entryId) {
        return replies.undo(caller, id, entryId).map(entry -> EntryResponse.of(entry, Sent.NOTHING));
    }

    @PostMapping("/{id}/entries/{entryId}/retry")
    @Operation(operationId = "retryReply", tags = "inbox")
    Mono<EntryResponse> retryReply(Caller caller, @PathVariable ConversationId id, @PathVariable EntryId entryId) {
        return replies.retry(caller, id, entryId).flatMap(entry -> response(caller, entry));
    }

    @PostMapping("/{id}/entries/{entryId}/files")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "attachFilesOf", tags = "inbox")
    Mono<List<AttachmentResponse>> attachFilesOf(
            Caller caller, @PathVariable ConversationId id, @PathVariable EntryId entryId) {
        return forwards.files(caller, id, entryId).map(AttachmentResponse::all);
    }

    @DeleteMapping("/{id}/entries/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteEntry", tags = "inbox")
    Mono<Void> deleteEntry(Caller caller, @PathVariable ConversationId id, @PathVariable EntryId entryId) {
        return conversations.removeEntry(caller, id, entryId);
    }

    private Mono<EntryResponse> response(Caller caller, EntryView entry) {
        return sent.of(caller.workspaceId(), List.of(entry))
                .map(details -> EntryResponse.of(entry, details.getOrDefault(entry.id(), Sent.NOTHING)));
    }

    /** A page of entries. */
    record EntryPage(
            List<EntryResponse> items,
            @Nullable String next,
            @Nullable EntryId newest) {
        static EntryPage of(Conversations.Entries entries, Map<EntryId, Sent> sent) {
            return new EntryPage(
                    entries.slice().items().stream()
                            .map(entry -> EntryResponse.of(entry, sent.getOrDefault(entry.id(), Sent.NOTHING)))
                            .toList(),
                    entries.slice().next(),
                    entries.newest());
        }
    }
}
