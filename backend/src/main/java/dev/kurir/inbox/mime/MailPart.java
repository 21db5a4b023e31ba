package dev.kurir.inbox.mime;

import org.jspecify.annotations.Nullable;

/**
 * A part that is a file: an attachment, or a picture of the text.
 *
 * @param path where it stands: {@code 2.1} is the first part of the second (RFC 9051 §6.4.5)
 * @param octets about how many, decoded
 * @param contentId what the HTML calls it by, without brackets
 * @param isInline it belongs into the text
 */
public record MailPart(
        String path,
        String fileName,
        String type,
        long octets,
        @Nullable String contentId,
        boolean isInline) {}
