package dev.kurir.tracking;

import dev.kurir.suppression.NewSuppression;
import dev.kurir.suppression.Suppression;
import dev.kurir.suppression.SuppressionReason;
import dev.kurir.suppression.Suppressions;
import dev.kurir.tracking.UnsubscribeLinks.Origin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes a no for a no. */
@Component
public class Unsubscribes {
    private final UnsubscribeLinks links;
    private final Recipients recipients;
    private final Suppressions suppressions;

    Unsubscribes(UnsubscribeLinks links, Recipients recipients, Suppressions suppressions) {
        this.links = links;
        this.recipients = recipients;
        this.suppressions = suppressions;
    }

    /** What a link is good for. */
    public enum Link {
        /** It says no for the person who got it. */
        REAL,
        /** It came with a test. */
        INERT,
        /** Nobody here made it, or its message is gone. */
        UNKNOWN
    }

    /** Looks only: whoever opens a link, a person or a scanner, changes nothing. */
    public Mono<Link> look(String token) {
        return Mono.justOrEmpty(links.read(token))
                .flatMap(origin -> recipients.of(origin.workspaceId(), origin.messageId()))
                .map(_ -> Link.REAL)
                .defaultIfEmpty(other(token));
    }

    /** After the answer no message to this address leaves any more. Doing it twice is doing it once. */
    public Mono<Link> unsubscribe(String token) {
        return Mono.justOrEmpty(links.read(token))
                .flatMap(this::suppress)
                .map(_ -> Link.REAL)
                .defaultIfEmpty(other(token));
    }

    private Mono<Suppression> suppress(Origin origin) {
        return recipients
                .of(origin.workspaceId(), origin.messageId())
                .map(address -> new NewSuppression(
                        address, SuppressionReason.UNSUBSCRIBED, null, origin.campaignId(), origin.messageId()))
                .flatMap(no -> suppressions.add(origin.workspaceId(), no, null));
    }

    private Link other(String token) {
        return links.isInert(token) ? Link.INERT : Link.UNKNOWN;
    }
}
