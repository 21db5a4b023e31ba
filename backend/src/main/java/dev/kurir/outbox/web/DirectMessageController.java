package dev.kurir.outbox.web;

import dev.kurir.outbox.DirectMessages;
import dev.kurir.outbox.OutboxSignals;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class DirectMessageController {
    private final DirectMessages messages;
    private final Idempotency idempotency;
    private final OutboxSignals signals;

    DirectMessageController(DirectMessages messages, Idempotency idempotency, OutboxSignals signals) {
        this.messages = messages;
        this.idempotency = idempotency;
        this.signals = signals;
    }

    @PostMapping("/api/v1/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "sendMessage", tags = "outbox")
    Mono<MessageResponse> sendMessage(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody DirectMessageRequest body) {
        return idempotency
                .once(
                        new IdempotentRequest(caller.workspaceId(), "sendMessage", key, body),
                        MessageResponse.class,
                        () -> messages.send(caller.workspaceId(), body.toLetter())
                                .map(MessageResponse::of))
                .doOnSuccess(_ -> signals.changed());
    }
}
