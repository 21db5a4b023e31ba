package dev.kurir.inbox;

import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a person does with a conversation. */
public sealed interface ConversationChange {
    /** @param to null: nobody's again */
    record Assign(@Nullable UserId to) implements ConversationChange {}

    /** @param to null: everybody's again */
    record GiveToTeam(@Nullable TeamId to) implements ConversationChange {}

    /** It comes back by itself. */
    record Snooze(Instant until) implements ConversationChange {}

    record Done() implements ConversationChange {}

    record Reopen() implements ConversationChange {}

    record Archive(boolean archived) implements ConversationChange {}

    record Pin(boolean pinned) implements ConversationChange {}

    record Categorise(@Nullable Category category) implements ConversationChange {}

    record MarkRead(boolean read) implements ConversationChange {}

    /** @param isExact it loses every tag that is not to be added */
    record Tag(List<TagName> add, List<TagName> remove, boolean isExact) implements ConversationChange {}
}
