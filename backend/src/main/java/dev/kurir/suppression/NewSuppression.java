package dev.kurir.suppression;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * An address that said no, or that does not exist.
 *
 * @param campaignId what it answered to, where that is known
 */
public record NewSuppression(
        EmailAddress email,
        SuppressionReason reason,
        @Nullable String note,
        @Nullable CampaignId campaignId,
        @Nullable MessageId messageId) {

    public NewSuppression(EmailAddress email, SuppressionReason reason) {
        this(email, reason, null, null, null);
    }
}
