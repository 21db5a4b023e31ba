package dev.kurir.inbox;

import dev.kurir.kernel.QuickReplyId;
import java.util.List;

/**
 * A text that people insert while they write.
 *
 * @param shortcut in lower case, without the slash it is typed after
 * @param text plain, with variables as templates have them
 * @param attachments what goes along wherever it is inserted
 */
public record QuickReply(QuickReplyId id, String name, String shortcut, String text, List<AttachedFile> attachments) {
    QuickReply with(List<AttachedFile> files) {
        return new QuickReply(id, name, shortcut, text, files);
    }
}
