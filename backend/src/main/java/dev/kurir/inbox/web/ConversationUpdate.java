package dev.kurir.inbox.web;

import dev.kurir.inbox.Category;
import dev.kurir.inbox.ConversationChange;
import dev.kurir.inbox.TagName;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Absent fields stay as they are; null takes the assignee, the team, the category or the snooze away.
 *
 * @param seen the newest entry that the caller has seen
 * @param tags all that it has then; the other two leave the rest
 */
@SuppressWarnings("NullableOptional") // absent and null are two things in a PATCH
record ConversationUpdate(
        @Nullable @Pattern(regexp = "open|done") String state,
        @Nullable Optional<Instant> snoozedUntil,
        @Nullable Optional<UserId> assigneeId,
        @Nullable Optional<TeamId> teamId,

        @Nullable Optional<@Pattern(regexp = "interested|question|not_now|out_of_office|unsubscribe|bounce") String> category,

        @Nullable Boolean archived,
        @Nullable Boolean pinned,
        @Nullable Boolean read,
        @Nullable EntryId seen,
        @Nullable @Size(max = 20) List<@NotNull String> tags,
        @Nullable @Size(max = 20) List<@NotNull String> addTags,
        @Nullable @Size(max = 20) List<@NotNull String> removeTags) {

    List<ConversationChange> toChanges() {
        List<ConversationChange> changes = new ArrayList<>();
        if (state != null) {
            changes.add(state.equals("done") ? new ConversationChange.Done() : new ConversationChange.Reopen());
        }
        if (snoozedUntil != null) {
            changes.add(snoozedUntil
                    .<ConversationChange>map(ConversationChange.Snooze::new)
                    .orElseGet(ConversationChange.Reopen::new));
        }
        if (assigneeId != null) {
            changes.add(new ConversationChange.Assign(assigneeId.orElse(null)));
        }
        if (teamId != null) {
            changes.add(new ConversationChange.GiveToTeam(teamId.orElse(null)));
        }
        if (category != null) {
            changes.add(
                    new ConversationChange.Categorise(category.map(Category::of).orElse(null)));
        }
        if (archived != null) {
            changes.add(new ConversationChange.Archive(archived));
        }
        if (pinned != null) {
            changes.add(new ConversationChange.Pin(pinned));
        }
        if (read != null) {
            changes.add(new ConversationChange.MarkRead(read));
        }
        tagging().ifPresent(changes::add);
        if (changes.isEmpty()) {
            throw DomainException.invalid("", "empty", "Nothing is to be changed.");
        }
        return changes;
    }

    private Optional<ConversationChange> tagging() {
        if (tags != null) {
            return Optional.of(new ConversationChange.Tag(TagName.all("/tags", tags), List.of(), true));
        }
        List<TagName> more = addTags == null ? List.of() : TagName.all("/addTags", addTags);
        List<TagName> less = removeTags == null ? List.of() : TagName.all("/removeTags", removeTags);
        return more.isEmpty() && less.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConversationChange.Tag(more, less, false));
    }
}
