package dev.kurir.tracking;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import reactor.core.publisher.Mono;

/** Whom messages went to. */
public interface Recipients {
    /** Empty where the workspace has no such message. */
    Mono<EmailAddress> of(WorkspaceId workspace, MessageId message);
}
