package dev.kurir.outbox;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Finds out from elsewhere what became of messages whose final reply nobody has read: a copy in the Sent folder, a
 * bounce, an answer. Each of them shows that the server took the message; that nothing is found shows nothing.
 *
 * <p>Contract: it is asked again and again about the same messages and about any number of them; it answers for those
 * that it knows something of, at most once each, and for no others. It changes nothing. The tests of this contract are
 * {@code DeliveryEvidenceContract}.
 */
public interface DeliveryEvidence {
    Mono<List<Finding>> look(List<Doubt> doubts);

    /**
     * A message that is uncertain.
     *
     * @param since when the connection broke
     */
    record Doubt(MessageId id, WorkspaceId workspaceId, AccountId accountId, String to, Instant since) {}

    /**
     * What was found.
     *
     * @param detail for people, in few words: the folder, the bounce's own words
     */
    record Finding(MessageId id, Kind kind, String detail) {
        /** Where it was found. */
        public enum Kind {
            SENT_FOLDER(Settlement.FOUND_SENT),
            BOUNCE(Settlement.FOUND_BOUNCE),
            REPLY(Settlement.FOUND_REPLY);

            private final Settlement settlement;

            Kind(Settlement settlement) {
                this.settlement = settlement;
            }

            Settlement settlement() {
                return settlement;
            }
        }
    }
}
