package dev.kurir.outbox.worker;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.platform.fault.Failpoint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of an account, as its worker sees it: at most one message in content and one envelope in front of the
 * gate.
 */
final class Lane {
    private @Nullable MailConnection connection;
    private @Nullable Picked content;
    private @Nullable Picked envelope;
    private @Nullable Instant contentSince;
    private @Nullable Instant envelopeSince;
    private boolean ready;
    private boolean closing;
    private int answered;

    /** Hops every event of the connection onto the engine's thread. */
    static MailConnection.Listener listener(EngineLoop loop, Lane lane, AccountWorker worker) {
        return new MailConnection.Listener() {
            @Override
            public void ready() {
                loop.execute(() -> worker.ready(lane));
            }

            @Override
            public void awaitsIntent(OutgoingMessage message) {
                loop.execute(() -> worker.awaitsIntent(lane, message));
            }

            @Override
            public void ended(OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) {
                loop.execute(() -> worker.ended(lane, message, outcome, contentSent));
            }

            @Override
            public void closed(SmtpReply reason, ReplyReason kind, List<OutgoingMessage> untouched) {
                loop.execute(() -> worker.closed(lane, reason, kind));
            }
        };
    }

    void connect(MailConnection opened) {
        connection = opened;
    }

    void markReady() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    boolean isConnecting() {
        return !ready;
    }

    boolean isIdle() {
        return ready && !closing && content == null && envelope == null;
    }

    /** No content that it took was ever answered for. */
    boolean isUseless() {
        return answered == 0;
    }

    void offer(Picked message, Instant now) {
        envelope = message;
        envelopeSince = now;
        smtp().offer(message.outgoing());
    }

    /** The content of the message at the gate leaves; the next envelope travels right behind it. */
    void grant(Picked message, @Nullable Picked ahead, Instant now) {
        Failpoint.AFTER_INTENT.reached();
        content = message;
        contentSince = envelopeSince;
        envelope = null;
        if (ahead != null) {
            offer(ahead, now);
        }
        smtp().grant(message.outgoing());
    }

    void refuse(Picked message) {
        envelope = null;
        smtp().refuse(message.outgoing());
    }

    /**
     * Takes the message out of the lane; null when the lane does not hold it. A server that lets the connection break
     * at each dot must not make a whole campaign uncertain: what nobody answered for does not count for the lane.
     */
    @Nullable Picked end(OutgoingMessage message, DeliveryOutcome outcome) {
        if (isInContent(message)) {
            Picked ended = content;
            content = null;
            answered += outcome instanceof DeliveryOutcome.Uncertain ? 0 : 1;
            return ended;
        }
        Picked ended = atGate(message);
        if (ended != null) {
            envelope = null;
        }
        return ended;
    }

    boolean isInContent(OutgoingMessage message) {
        return content != null && content.outgoing().id().equals(message.id());
    }

    /** The message whose envelope is offered, if it is this one. */
    @Nullable Picked atGate(OutgoingMessage message) {
        return envelope != null && envelope.outgoing().id().equals(message.id()) ? envelope : null;
    }

    @Nullable Picked content() {
        return content;
    }

    @Nullable Picked envelope() {
        return envelope;
    }

    Instant since(boolean contentSent, Instant otherwise) {
        Instant since = contentSent ? contentSince : envelopeSince;
        return since == null ? otherwise : since;
    }

    void close() {
        closing = true;
        smtp().close();
    }

    void abort() {
        smtp().abort();
    }

    private MailConnection smtp() {
        return Objects.requireNonNull(connection);
    }
}
