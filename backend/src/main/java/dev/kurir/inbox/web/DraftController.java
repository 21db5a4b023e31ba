package dev.kurir.inbox.web;

import dev.kurir.inbox.ReplyDrafts;
import dev.kurir.inbox.StoredDrafts.Kept;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/conversations/{id}/draft")
class DraftController {
    private final ReplyDrafts drafts;
    private final JsonMapper json;

    DraftController(ReplyDrafts drafts, JsonMapper json) {
        this.drafts = drafts;
        this.json = json;
    }

    @GetMapping
    @Operation(operationId = "getReplyDraft", tags = "inbox")
    Mono<DraftResponse> getReplyDraft(Caller caller, @PathVariable ConversationId id) {
        return drafts.of(caller, id).map(this::response);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "keepReplyDraft", tags = "inbox")
    Mono<Void> keepReplyDraft(Caller caller, @PathVariable ConversationId id, @Valid @RequestBody ReplyDraft draft) {
        return drafts.keep(caller, id, json.writeValueAsString(draft));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "forgetReplyDraft", tags = "inbox")
    Mono<Void> forgetReplyDraft(Caller caller, @PathVariable ConversationId id) {
        return drafts.forget(caller, id);
    }

    private DraftResponse response(Kept kept) {
        String mine = kept.mine();
        return new DraftResponse(
                mine == null ? null : json.readValue(mine, ReplyDraft.class),
                kept.others().stream()
                        .map(one -> new WritingBody(one.user(), one.name(), one.at()))
                        .toList());
    }

    record DraftResponse(@Nullable ReplyDraft draft, List<WritingBody> writing) {}

    /** A colleague. */
    record WritingBody(UserId id, String name, Instant at) {}
}
