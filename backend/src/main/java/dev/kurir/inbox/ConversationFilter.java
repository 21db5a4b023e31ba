package dev.kurir.inbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.TeamId;
import dev.kurir.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are meant.
 *
 * @param me whose are "mine"
 * @param person address of whom they are with
 * @param search words of subject, people and text; the last one may be the beginning of a word
 */
public record ConversationFilter(
        Tab tab,
        UserId me,
        @Nullable AccountId account,
        @Nullable CampaignId campaign,
        @Nullable ContactId contact,
        @Nullable String person,
        @Nullable Category category,
        @Nullable String tag,
        @Nullable TeamId team,
        boolean unread,
        boolean attachment,
        @Nullable Instant from,
        @Nullable Instant to,
        String search) {

    /** The tabs of the list; every conversation stands under several. */
    public enum Tab {
        /** Open, nobody's. */
        NEW,
        /** Open, and mine. */
        MINE,
        /** Where I was mentioned, whatever became of it. */
        MENTIONS,
        /** Open, somebody's. */
        PROGRESS,
        SNOOZED,
        DONE,
        /** Everything that is not archived. */
        ALL,
        ARCHIVE
    }
}
