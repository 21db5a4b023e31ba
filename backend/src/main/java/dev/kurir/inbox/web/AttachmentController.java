package dev.kurir.inbox.web;

import dev.kurir.inbox.Attachments;
import dev.kurir.inbox.StoredAttachments.Stored;
import dev.kurir.kernel.AttachmentId;
import dev.kurir.kernel.DomainException;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Files to be sent. Like those of mails they are never shown by the browser itself. */
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {
    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "uploadAttachment", tags = "inbox")
    Mono<AttachmentResponse> uploadAttachment(Caller caller, @RequestPart FilePart file) {
        String type = Objects.toString(file.headers().getContentType(), "");
        return DataBufferUtils.join(file.content(), Attachments.LARGEST)
                .map(AttachmentController::octets)
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .defaultIfEmpty(new byte[0])
                .flatMap(octets -> attachments.keep(caller, file.filename(), type, octets))
                .map(AttachmentResponse::of);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(operationId = "getAttachment", tags = "inbox")
    Mono<ResponseEntity<byte[]>> getAttachment(Caller caller, @PathVariable AttachmentId id) {
        return attachments.get(caller, id).map(AttachmentController::download);
    }

    private static ResponseEntity<byte[]> download(Stored found) {
        return Downloads.of(found.file().fileName()).body(found.octets());
    }

    private static byte[] octets(DataBuffer buffer) {
        byte[] octets = new byte[buffer.readableByteCount()];
        buffer.read(octets);
        DataBufferUtils.release(buffer);
        return octets;
    }

    private static DomainException tooLarge() {
        return new DomainException(
                DomainException.Kind.TOO_LARGE, "file_too_large", "A file of a mail has at most 18 MB.");
    }
}
