package dev.kurir.inbox.web;

import dev.kurir.inbox.StoredMails.Quarantined;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MailId;
import java.time.Instant;

record QuarantinedResponse(
        MailId id, AccountId accountId, String reason, String detail, long octets, Instant receivedAt) {
    static QuarantinedResponse of(Quarantined mail) {
        return new QuarantinedResponse(
                mail.id(), mail.accountId(), mail.reason(), mail.detail(), mail.octets(), mail.receivedAt());
    }
}
