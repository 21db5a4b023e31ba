package dev.kurir.campaign.web;

import dev.kurir.campaign.TestSends;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.MessageView;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TestSendController {
    private final TestSends tests;

    TestSendController(TestSends tests) {
        this.tests = tests;
    }

    @PostMapping("/api/v1/campaigns/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "sendTest", tags = "campaign")
    Mono<TestSent> sendTest(Caller caller, @PathVariable CampaignId id, @Valid @RequestBody TestSendRequest body) {
        return tests.send(caller.workspaceId(), id, body.addresses(), body.contactId(), caller.name())
                .map(messages ->
                        new TestSent(messages.stream().map(MessageView::id).toList()));
    }

    /** The messages in the outbox. */
    record TestSent(List<MessageId> messages) {}

    /** {@code TestSendRequest} of the contract. */
    record TestSendRequest(
            @NotNull @Size(min = 1, max = 5) List<@Size(max = 254) String> to,
            @Nullable ContactId contactId) {
        List<EmailAddress> addresses() {
            return IntStream.range(0, to.size())
                    .mapToObj(at -> EmailAddress.require("/to/" + at, to.get(at)))
                    .toList();
        }
    }
}
