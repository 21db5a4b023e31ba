package dev.kurir.outbox.web;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.Slice;
import dev.kurir.outbox.MessageDesk;
import dev.kurir.outbox.MessageFilter;
import dev.kurir.outbox.MessageList;
import dev.kurir.outbox.MessageState;
import dev.kurir.outbox.MessageViews;
import dev.kurir.outbox.OutboxSummaries;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/outbox")
class OutboxController {
    private final MessageViews views;
    private final MessageList list;
    private final MessageDesk desk;
    private final OutboxSummaries summaries;

    OutboxController(MessageViews views, MessageList list, MessageDesk desk, OutboxSummaries summaries) {
        this.views = views;
        this.list = list;
        this.desk = desk;
        this.summaries = summaries;
    }

    @GetMapping("/summary")
    @Operation(operationId = "getOutboxSummary", tags = "outbox")
    Mono<SummaryResponse> getOutboxSummary(
            Caller caller,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable CampaignId campaign) {
        return summaries.of(caller.workspaceId(), account, campaign).map(SummaryResponse::of);
    }

    @GetMapping("/messages")
    @Operation(operationId = "listMessages", tags = "outbox")
    Mono<MessagePage> listMessages(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable CampaignId campaign,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean urgent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        MessageFilter filter = new MessageFilter(q, account, campaign, state(state), urgent);
        return list.page(caller.workspaceId(), filter, after(cursor), limit).map(MessagePage::of);
    }

    @GetMapping("/messages/{id}")
    @Operation(operationId = "getMessage", tags = "outbox")
    Mono<MessageResponse> getMessage(Caller caller, @PathVariable MessageId id) {
        return desk.get(caller.workspaceId(), id).map(MessageResponse::of);
    }

    @GetMapping("/messages/{id}/attempts")
    @Operation(operationId = "listAttempts", tags = "outbox")
    Mono<List<AttemptResponse>> listAttempts(Caller caller, @PathVariable MessageId id) {
        return desk.get(caller.workspaceId(), id)
                .then(views.attempts(caller.workspaceId(), id))
                .map(all -> all.stream().map(AttemptResponse::of).toList());
    }

    @GetMapping("/messages/{id}/render")
    @Operation(operationId = "renderMessage", tags = "outbox")
    Mono<RenderedResponse> renderMessage(Caller caller, @PathVariable MessageId id) {
        return desk.render(caller.workspaceId(), id).map(RenderedResponse::of);
    }

    @GetMapping(path = "/messages/{id}/raw", produces = "message/rfc822")
    @Operation(operationId = "getRawMessage", tags = "outbox")
    Mono<ResponseEntity<byte[]>> getRawMessage(Caller caller, @PathVariable MessageId id) {
        return desk.raw(caller.workspaceId(), id)
                .map(octets -> ResponseEntity.ok()
                        .header("Content-Disposition", "attachment; filename=\"message.eml\"")
                        .body(octets));
    }

    @PostMapping("/messages/{id}/retry")
    @Operation(operationId = "retryMessage", tags = "outbox")
    Mono<MessageResponse> retryMessage(Caller caller, @PathVariable MessageId id) {
        return desk.retry(caller.workspaceId(), id).map(MessageResponse::of);
    }

    @PostMapping("/messages/{id}/cancel")
    @Operation(operationId = "cancelMessage", tags = "outbox")
    Mono<MessageResponse> cancelMessage(Caller caller, @PathVariable MessageId id) {
        return desk.cancel(caller.workspaceId(), id).map(MessageResponse::of);
    }

    @PostMapping("/messages/{id}/urgent")
    @Operation(operationId = "markUrgent", tags = "outbox")
    Mono<MessageResponse> markUrgent(Caller caller, @PathVariable MessageId id) {
        return desk.markUrgent(caller.workspaceId(), id).map(MessageResponse::of);
    }

    private static @Nullable MessageState state(@Nullable String word) {
        try {
            return word == null ? null : MessageState.of(word);
        } catch (IllegalArgumentException unknown) {
            throw DomainException.invalid("/state", "unknown_state", "There is no such message state.");
        }
    }

    private static @Nullable Long after(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException foreign) {
            throw DomainException.invalid("/cursor", "cursor_invalid", "This cursor is not one of ours: start again.");
        }
    }

    /** A page of messages. */
    record MessagePage(
            List<MessageResponse> items, @Nullable String next) {
        static MessagePage of(Slice<dev.kurir.outbox.MessageView> slice) {
            String next =
                    slice.next() == null ? null : Long.toString(Long.parseLong(slice.next()), Character.MAX_RADIX);
            return new MessagePage(
                    slice.items().stream().map(MessageResponse::of).toList(), next);
        }
    }
}
