package dev.kurir.inbox.web;

import dev.kurir.inbox.Notes;
import dev.kurir.inbox.SentEntries.Sent;
import dev.kurir.inbox.StoredMentions.Reader;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.UserId;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/conversations/{id}")
class NoteController {
    private final Notes notes;
    private final Idempotency idempotency;

    NoteController(Notes notes, Idempotency idempotency) {
        this.notes = notes;
        this.idempotency = idempotency;
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addNote", tags = "inbox")
    Mono<EntryResponse> addNote(
            Caller caller,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody NoteRequest body) {
        return idempotency.once(
                new IdempotentRequest(caller.workspaceId(), "addNote", key, List.of(id, body)),
                EntryResponse.class,
                () -> notes.add(caller, id, body.text(), body.mentioned())
                        .map(entry -> EntryResponse.of(entry, Sent.NOTHING)));
    }

    @GetMapping("/colleagues")
    @Operation(operationId = "listMentionable", tags = "inbox")
    Mono<List<MentionableResponse>> listMentionable(Caller caller, @PathVariable ConversationId id) {
        return notes.colleagues(caller, id)
                .map(all -> all.stream().map(MentionableResponse::of).toList());
    }

    /** Somebody who can be mentioned. */
    record MentionableResponse(UserId id, String name, String email) {
        static MentionableResponse of(Reader reader) {
            return new MentionableResponse(reader.id(), reader.name(), reader.email());
        }
    }
}
