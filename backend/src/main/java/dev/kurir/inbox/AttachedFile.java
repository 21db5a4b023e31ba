package dev.kurir.inbox;

import dev.kurir.kernel.AttachmentId;

/** A file that is sent or will be. */
public record AttachedFile(AttachmentId id, String fileName, String type, int octets) {}
