package dev.kurir.inbox;

import dev.kurir.kernel.QuickReplyId;

/**
 * A text that people insert while they write.
 *
 * @param shortcut in lower case, without the slash it is typed after
 * @param text plain, with variables as templates have them
 */
public record QuickReply(QuickReplyId id, String name, String shortcut, String text) {}
