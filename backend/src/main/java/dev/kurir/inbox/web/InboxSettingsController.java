package dev.kurir.inbox.web;

import dev.kurir.inbox.InboxSettings;
import dev.kurir.inbox.StoredInboxSettings;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/inbox-settings")
class InboxSettingsController {
    private final StoredInboxSettings settings;
    private final TransactionalOperator transaction;

    InboxSettingsController(StoredInboxSettings settings, TransactionalOperator transaction) {
        this.settings = settings;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(operationId = "getInboxSettings", tags = "inbox")
    Mono<InboxSettingsBody> getInboxSettings(Caller caller) {
        return settings.find(caller.workspaceId()).map(InboxSettingsBody::of);
    }

    @PutMapping
    @Operation(operationId = "setInboxSettings", tags = "inbox")
    Mono<InboxSettingsBody> setInboxSettings(Caller caller, @RequestBody InboxSettingsBody body) {
        InboxSettings wanted = new InboxSettings(
                        body.doneAfterHours(), body.archiveAfterHours(), Boolean.TRUE.equals(body.handsOut()))
                .checked();
        return settings.keep(caller.workspaceId(), wanted)
                .as(transaction::transactional)
                .map(InboxSettingsBody::of);
    }

    record InboxSettingsBody(
            @Nullable Integer doneAfterHours,
            @Nullable Integer archiveAfterHours,
            @Nullable Boolean handsOut) {
        private static InboxSettingsBody of(InboxSettings settings) {
            return new InboxSettingsBody(settings.doneAfterHours(), settings.archiveAfterHours(), settings.handsOut());
        }
    }
}
