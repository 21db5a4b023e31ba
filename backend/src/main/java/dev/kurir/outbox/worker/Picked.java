package dev.kurir.outbox.worker;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.MessageAssembly.CompiledDraft;
import dev.kurir.outbox.MessageInputs;
import dev.kurir.outbox.OutgoingMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that the owner holds in memory, from the prefetch to its outcome.
 *
 * @param ordinal place in the campaign's order; 0 when it came from the due table
 * @param attempt intents so far: the next one must find this number
 * @param deferrals attempts that counted against the retry schedule
 * @param suppressed the prefetch saw a suppression: the gate alone decides, no connection is used
 */
record Picked(
        MessageInputs inputs,
        long ordinal,
        int attempt,
        int deferrals,
        boolean urgent,
        int priority,
        boolean suppressed,
        long draftId,
        EmailAddress from,
        @Nullable CompiledDraft draft,
        OutgoingMessage outgoing) {

    long id() {
        return inputs.id().value();
    }

    /** Its Date header: what the first intent fixed, or fixes now. */
    Instant first() {
        return inputs.date();
    }

    /** It needs no connection: only the gate's word, or it has failed. */
    boolean isUnsendable() {
        return suppressed || draft == null;
    }

    boolean isDirect() {
        return inputs.campaignId().equals(CampaignId.NONE);
    }

    boolean inOrder() {
        return ordinal > 0;
    }
}
