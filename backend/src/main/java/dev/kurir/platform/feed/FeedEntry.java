package dev.kurir.platform.feed;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, to be written in the transaction of the change it tells of.
 *
 * @param type what: {@code worker_ready}, {@code campaign_state}, {@code changed} …
 * @param level how loud it stands in the log; NONE is for programs only
 * @param actor the person who did it
 * @param payload JSON object; {@code detail} holds raw words of a server
 */
public record FeedEntry(
        WorkspaceId workspaceId,
        String type,
        Level level,
        @Nullable AccountId accountId,
        @Nullable CampaignId campaignId,
        @Nullable MessageId messageId,
        @Nullable String actor,
        Map<String, ?> payload) {

    /** How loud an entry stands in the log. */
    public enum Level {
        NONE,
        INFO,
        WARN,
        ERROR
    }

    /**
     * For programs: a thing of this kind changed and should be read again.
     *
     * @param kind account, contact, list, tag, campaign, suppression, import, team or conversation
     * @param ids {@code id} of the thing as its id record; empty when many changed
     */
    public static FeedEntry changed(WorkspaceId workspaceId, String kind, Map<String, ?> ids) {
        Map<String, Object> payload = new HashMap<>(ids);
        payload.put("kind", kind);
        return log(workspaceId, "changed", Level.NONE, payload);
    }

    public static FeedEntry log(WorkspaceId workspaceId, String type, Level level, Map<String, ?> payload) {
        return new FeedEntry(workspaceId, type, level, null, null, null, null, payload);
    }

    public FeedEntry about(AccountId account) {
        return new FeedEntry(workspaceId, type, level, account, campaignId, messageId, actor, payload);
    }

    public FeedEntry about(CampaignId campaign) {
        return new FeedEntry(workspaceId, type, level, accountId, campaign, messageId, actor, payload);
    }

    public FeedEntry about(MessageId message) {
        return new FeedEntry(workspaceId, type, level, accountId, campaignId, message, actor, payload);
    }

    public FeedEntry by(@Nullable String who) {
        return new FeedEntry(workspaceId, type, level, accountId, campaignId, messageId, who, payload);
    }
}
