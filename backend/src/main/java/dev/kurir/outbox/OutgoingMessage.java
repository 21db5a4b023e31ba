package dev.kurir.outbox;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import java.util.function.Supplier;

/**
 * A message as a connection sees it.
 *
 * @param content the octets of the mail with CRLF line ends, not dot-stuffed; spliced when asked for, on the
 *     connection's thread
 */
public record OutgoingMessage(MessageId id, EmailAddress from, EmailAddress to, Supplier<byte[]> content) {}
