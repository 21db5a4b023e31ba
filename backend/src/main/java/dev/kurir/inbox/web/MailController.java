package dev.kurir.inbox.web;

import dev.kurir.inbox.StoredMails;
import dev.kurir.inbox.mime.MailReader;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MailId;
import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.workspace.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Mails as they came. Nothing of them is ever shown by the browser itself: everything is a download. */
@RestController
@RequestMapping("/api/v1/mails")
class MailController {
    private static final int MOST = 200;

    private final StoredMails mails;
    private final BlockingMailIo io;

    MailController(StoredMails mails, BlockingMailIo io) {
        this.mails = mails;
        this.io = io;
    }

    @GetMapping("/quarantined")
    @Operation(operationId = "listQuarantined", tags = "inbox")
    Mono<List<QuarantinedResponse>> listQuarantined(Caller caller) {
        return mails.quarantined(caller.workspaceId(), MOST)
                .map(all -> all.stream().map(QuarantinedResponse::of).toList());
    }

    @GetMapping(path = "/{id}/raw", produces = "message/rfc822")
    @Operation(operationId = "getRawMail", tags = "inbox")
    Mono<ResponseEntity<byte[]>> getRawMail(Caller caller, @PathVariable MailId id) {
        return mails.raw(caller, id).map(octets -> Downloads.of("mail.eml").body(octets));
    }

    @GetMapping(path = "/{id}/parts/{path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(operationId = "getMailPart", tags = "inbox")
    Mono<ResponseEntity<byte[]>> getMailPart(Caller caller, @PathVariable MailId id, @PathVariable String path) {
        return mails.raw(caller, id)
                .flatMap(octets -> io.call(() -> MailReader.file(octets, path)))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("part")))
                .map(octets -> Downloads.of("file").body(octets));
    }
}
