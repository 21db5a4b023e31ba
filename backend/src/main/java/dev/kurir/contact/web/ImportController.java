package dev.kurir.contact.web;

import dev.kurir.contact.ContactImports;
import dev.kurir.kernel.ImportId;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/contacts/imports")
class ImportController {
    private final ContactImports imports;
    private final Uploads uploads;

    ImportController(ContactImports imports, Uploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(operationId = "listImports", tags = "contact")
    Mono<List<ImportResponse>> listImports(Caller caller) {
        return imports.latest(caller.workspaceId())
                .map(all -> all.stream().map(ImportResponse::of).toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "importContacts", tags = "contact")
    Mono<ImportResponse> importContacts(
            Caller caller,
            @RequestPart FilePart file,
            @RequestPart(required = false) @Nullable String list,
            @RequestPart(required = false) @Nullable String existing) {
        return Mono.fromCallable(() -> new UploadOptions(list, existing))
                .flatMap(options -> uploads.keep(file, options))
                .flatMap(kept -> imports.start(caller.workspaceId(), kept, caller.name()))
                .map(ImportResponse::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getImport", tags = "contact")
    Mono<ImportResponse> getImport(Caller caller, @PathVariable ImportId id) {
        return imports.get(caller.workspaceId(), id).map(ImportResponse::of);
    }

    @GetMapping("/{id}/refusals")
    @Operation(operationId = "listImportRefusals", tags = "contact")
    Mono<List<RefusalResponse>> listImportRefusals(Caller caller, @PathVariable ImportId id) {
        return imports.refusals(caller.workspaceId(), id)
                .map(all -> all.stream().map(RefusalResponse::of).toList());
    }
}
