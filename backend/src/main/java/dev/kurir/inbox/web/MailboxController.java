package dev.kurir.inbox.web;

import dev.kurir.inbox.Mailboxes;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MailboxController {
    private final Mailboxes mailboxes;

    MailboxController(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GetMapping("/api/v1/mailboxes")
    @Operation(operationId = "listMailboxes", tags = "inbox")
    Mono<List<MailboxResponse>> listMailboxes(Caller caller) {
        return Mono.zip(mailboxes.states(caller.workspaceId()), mailboxes.all(caller.workspaceId()))
                .map(found -> found.getT1().stream()
                        .map(watch -> MailboxResponse.of(watch, found.getT2()))
                        .toList());
    }
}
