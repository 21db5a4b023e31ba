package dev.kurir.inbox.web;

import dev.kurir.inbox.AttachedFile;
import dev.kurir.kernel.AttachmentId;

record AttachmentResponse(AttachmentId id, String fileName, String type, int octets) {
    static AttachmentResponse of(AttachedFile file) {
        return new AttachmentResponse(file.id(), file.fileName(), file.type(), file.octets());
    }
}
