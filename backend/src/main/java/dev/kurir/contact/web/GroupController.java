package dev.kurir.contact.web;

import dev.kurir.contact.GroupKind;
import dev.kurir.contact.Groups;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class GroupController {
    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    @GetMapping("/lists")
    @Operation(operationId = "listLists", tags = "contact")
    Mono<List<ListResponse>> listLists(Caller caller) {
        return groups.all(caller.workspaceId(), GroupKind.LIST)
                .map(all -> all.stream().map(ListResponse::of).toList());
    }

    @PostMapping("/lists")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createList", tags = "contact")
    Mono<ListResponse> createList(Caller caller, @Valid @RequestBody NameRequest body) {
        return groups.add(caller.workspaceId(), GroupKind.LIST, body.name()).map(ListResponse::of);
    }

    @PatchMapping("/lists/{id}")
    @Operation(operationId = "renameList", tags = "contact")
    Mono<ListResponse> renameList(Caller caller, @PathVariable ListId id, @Valid @RequestBody NameRequest body) {
        return groups.rename(caller.workspaceId(), id, body.name()).map(ListResponse::of);
    }

    @DeleteMapping("/lists/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteList", tags = "contact")
    Mono<Void> deleteList(Caller caller, @PathVariable ListId id) {
        return groups.remove(caller.workspaceId(), id);
    }

    @GetMapping("/tags")
    @Operation(operationId = "listTags", tags = "contact")
    Mono<List<TagResponse>> listTags(Caller caller) {
        return groups.all(caller.workspaceId(), GroupKind.TAG)
                .map(all -> all.stream().map(TagResponse::of).toList());
    }

    @PostMapping("/tags")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createTag", tags = "contact")
    Mono<TagResponse> createTag(Caller caller, @Valid @RequestBody NameRequest body) {
        return groups.add(caller.workspaceId(), GroupKind.TAG, body.name()).map(TagResponse::of);
    }

    @PatchMapping("/tags/{id}")
    @Operation(operationId = "renameTag", tags = "contact")
    Mono<TagResponse> renameTag(Caller caller, @PathVariable TagId id, @Valid @RequestBody NameRequest body) {
        return groups.rename(caller.workspaceId(), id, body.name()).map(TagResponse::of);
    }

    @DeleteMapping("/tags/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteTag", tags = "contact")
    Mono<Void> deleteTag(Caller caller, @PathVariable TagId id) {
        return groups.remove(caller.workspaceId(), id);
    }
}
