package dev.kurir.inbox;

import dev.kurir.inbox.mime.MailPart;
import dev.kurir.inbox.mime.MailReader;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.platform.io.BlockingMailIo;
import dev.kurir.workspace.Caller;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of a mail, ready to be sent on. Their octets are stored already: whoever keeps them again keeps a name. */
@Component
public class ForwardedFiles {
    private final ConversationViews views;
    private final StoredMails mails;
    private final Attachments attachments;
    private final BlockingMailIo io;

    ForwardedFiles(ConversationViews views, StoredMails mails, Attachments attachments, BlockingMailIo io) {
        this.views = views;
        this.mails = mails;
        this.attachments = attachments;
        this.io = io;
    }

    /** Pictures of the text too: what is sent on may be plain text. Refuses {@code entry_not_found}. */
    public Mono<List<AttachedFile>> files(Caller caller, ConversationId id, EntryId entry) {
        return views.find(caller, id)
                .flatMap(_ -> views.entry(caller.workspaceId(), id, entry))
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("entry")))
                .flatMap(found -> Mono.justOrEmpty(found.mail()))
                .filter(mail -> !mail.parts().isEmpty())
                .flatMap(mail -> mails.raw(caller, mail.id())
                        .flatMapMany(octets -> files(caller, octets, mail.parts()))
                        .collectList())
                .defaultIfEmpty(List.of());
    }

    private Flux<AttachedFile> files(Caller caller, byte[] octets, List<MailPart> parts) {
        return Flux.fromIterable(parts)
                .take(Attachments.MOST)
                .concatMap(part -> io.call(() -> MailReader.file(octets, part.path()))
                        .flatMap(Mono::justOrEmpty)
                        .filter(file -> file.length > 0)
                        .flatMap(file -> attachments.keep(caller, part.fileName(), part.type(), file)));
    }
}
