package dev.kurir.delivery.mime;

import dev.kurir.kernel.MessageId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageAssembly;
import java.util.function.Function;

/** Content becomes mail: simple-java-mail builds the frame once, values are spliced in per recipient. */
class MimeAssembly implements MessageAssembly {
    private final Function<MessageId, String> publicIds;

    MimeAssembly(Function<MessageId, String> publicIds) {
        this.publicIds = publicIds;
    }

    @Override
    public CompiledDraft compile(DraftContent content) {
        return new SplicedDraft(content, DraftTemplates.of(content), publicIds);
    }
}
