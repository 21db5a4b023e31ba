package dev.kurir.campaign.web;

import dev.kurir.campaign.Sender;
import dev.kurir.kernel.AccountId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SenderChoice} of the contract. */
record SenderBody(
        AccountId id,
        @Nullable @Min(1) @Max(Sender.HEAVIEST) Integer weight) {
    private Sender sender() {
        return new Sender(id, Given.or(weight, 1));
    }

    static List<Sender> senders(List<SenderBody> bodies) {
        return bodies.stream().map(SenderBody::sender).toList();
    }
}
