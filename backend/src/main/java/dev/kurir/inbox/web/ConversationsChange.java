package dev.kurir.inbox.web;

import dev.kurir.inbox.ConversationChange;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.DomainException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record ConversationsChange(
        @NotNull @Size(min = 1, max = 500) List<ConversationId> ids,
        @NotNull @Valid ConversationUpdate change) {
    /** One thing at a time, so that what was done can be taken back as one thing. */
    ConversationChange toChange() {
        List<ConversationChange> changes = change.toChanges();
        if (changes.size() > 1) {
            throw DomainException.invalid("/change", "too_many", "One change at a time.");
        }
        return changes.getFirst();
    }
}
