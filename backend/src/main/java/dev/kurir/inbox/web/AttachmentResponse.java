package dev.kurir.inbox.web;

import dev.kurir.inbox.AttachedFile;
import dev.kurir.kernel.AttachmentId;
import java.util.List;

record AttachmentResponse(AttachmentId id, String fileName, String type, int octets) {
    static AttachmentResponse of(AttachedFile file) {
        return new AttachmentResponse(file.id(), file.fileName(), file.type(), file.octets());
    }

    static List<AttachmentResponse> all(List<AttachedFile> files) {
        return files.stream().map(AttachmentResponse::of).toList();
    }
}
