package dev.kurir.contact.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.contact.Contacts;
import dev.kurir.contact.Field;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class FieldController {
    private final Contacts contacts;

    FieldController(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/api/v1/fields")
    @Operation(operationId = "listFields", tags = "contact")
    Mono<List<FieldResponse>> listFields(Caller caller) {
        return contacts.fields(caller.workspaceId())
                .map(all -> all.stream().map(FieldResponse::of).toList());
    }

    record FieldResponse(String name, Kind kind, long contacts) {
        static FieldResponse of(Field field) {
            return new FieldResponse(field.name(), Kind.valueOf(field.kind().name()), field.contacts());
        }
    }

    enum Kind {
        @JsonProperty("contact")
        CONTACT,
        @JsonProperty("data")
        DATA,
        @JsonProperty("account")
        ACCOUNT,
        @JsonProperty("link")
        LINK
    }
}
