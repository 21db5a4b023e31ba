package dev.kurir.contact.web;

import dev.kurir.contact.BulkChanges;
import dev.kurir.contact.ContactFilter;
import dev.kurir.contact.ContactSort;
import dev.kurir.contact.Contacts;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.ListId;
import dev.kurir.kernel.TagId;
import dev.kurir.platform.web.Idempotency;
import dev.kurir.platform.web.IdempotentRequest;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
@RequestMapping("/api/v1/contacts")
class ContactController {
    private final Contacts contacts;
    private final BulkChanges bulk;
    private final BulkTargets targets;
    private final Idempotency idempotency;

    ContactController(Contacts contacts, BulkChanges bulk, BulkTargets targets, Idempotency idempotency) {
        this.contacts = contacts;
        this.bulk = bulk;
        this.targets = targets;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(operationId = "listContacts", tags = "contact")
    Mono<ContactPage> listContacts(
            Caller caller,
            @RequestParam(defaultValue = "") @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable ListId list,
            @RequestParam(required = false) @Nullable TagId tag,
            @RequestParam(defaultValue = "newest") @Pattern(regexp = "newest|name|email") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        ContactFilter filter = new ContactFilter(q, list, tag);
        ContactSort order = ContactSort.valueOf(sort.toUpperCase(Locale.ROOT));
        return Mono.zip(
                contacts.page(caller.workspaceId(), filter, order, cursor, limit),
                contacts.count(caller.workspaceId(), filter),
                ContactPage::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createContact", tags = "contact")
    Mono<ContactResponse> createContact(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ContactRequest body) {
        var request = new IdempotentRequest(caller.workspaceId(), "createContact", key, body);
        return idempotency.once(
                request,
                ContactResponse.class,
                () -> contacts.add(caller.workspaceId(), body.toContact()).map(ContactResponse::of));
    }

    @PostMapping("/bulk")
    @Operation(operationId = "changeContacts", tags = "contact")
    Mono<Changed> changeContacts(Caller caller, @Valid @RequestBody ContactsChange body) {
        return bulk.apply(caller.workspaceId(), body.ids(), targets.action(body), caller.name())
                .map(Changed::new);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getContact", tags = "contact")
    Mono<ContactResponse> getContact(Caller caller, @PathVariable ContactId id) {
        return contacts.get(caller.workspaceId(), id).map(ContactResponse::of);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateContact", tags = "contact")
    Mono<ContactResponse> updateContact(
            Caller caller,
            @PathVariable ContactId id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ContactUpdate body) {
        return contacts.change(caller.workspaceId(), id, body.toChange(), ifMatch)
                .map(ContactResponse::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteContact", tags = "contact")
    Mono<Void> deleteContact(Caller caller, @PathVariable ContactId id) {
        return contacts.remove(caller.workspaceId(), id);
    }
}
