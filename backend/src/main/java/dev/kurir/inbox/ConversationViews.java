package dev.kurir.inbox;

import dev.kurir.inbox.ConversationFilter.Tab;
import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored conversations as people look at them; each sees only what they may. */
public interface ConversationViews {
    /** The place of a conversation in the list: pinned ones first, then the newest. */
    record Place(boolean pinned, Instant lastAt, ConversationId id) {}

    /**
     * What to answer to: the newest mail of the mailbox, whoever wrote it.
     *
     * @param internetId null: there is none, or it has no Message-ID
     * @param thread ids before it
     * @param mail the newest of the other side, which can be quoted
     * @param at when that was written
     */
    record ThreadEnd(@Nullable String internetId, List<String> thread, EntryView.@Nullable MailView mail, Instant at) {
        ThreadEnd after(String ours, List<String> before) {
            return new ThreadEnd(ours, before, mail, at);
        }

        ThreadEnd withoutMail() {
            return new ThreadEnd(internetId, thread, null, at);
        }
    }

    /**
     * What stands under each tab; of mentions those that the caller has not seen, each for itself.
     *
     * @param unread conversations that are open and unread
     */
    record Counts(Map<Tab, Long> conversations, long unread) {}

    /** A tag, and how many conversations have it. */
    record TagCount(String name, long conversations) {}

    Mono<List<ConversationView>> page(Caller caller, ConversationFilter filter, @Nullable Place after, int limit);

    /** Of the tag and the team of the filter, all tabs. */
    Mono<Counts> counts(Caller caller, ConversationFilter filter);

    Mono<List<TagCount>> tags(Caller caller);

    /** The entry that came last, whatever its date says. */
    Mono<EntryId> newest(ConversationId id);

    /** Whether somebody with this address is in a conversation that the caller sees. */
    Mono<Boolean> knows(Caller caller, EmailAddress address);

    /** Empty where the caller may not see it. */
    Mono<ConversationView> find(Caller caller, ConversationId id);

    /** Also where the caller may not see it any more. */
    Mono<ConversationView> findAnyway(Caller caller, ConversationId id);

    /** The newest first; those before {@code before}. */
    Mono<List<EntryView>> entries(
            WorkspaceId workspace, ConversationId conversation, @Nullable EntryPlace before, int limit);

    Mono<EntryView> entry(WorkspaceId workspace, ConversationId conversation, EntryId id);

    Mono<ThreadEnd> end(ConversationId conversation);

    /** The place of an entry in its conversation. */
    record EntryPlace(Instant at, EntryId id) {}
}
