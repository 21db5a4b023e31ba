package dev.kurir.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpReply;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a connection told, in order. */
final class Events implements MailConnection.Listener {
    /** One thing that was told. */
    sealed interface Event {}

    record Ready() implements Event {}

    record Awaits(OutgoingMessage message) implements Event {}

    record Ended(OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) implements Event {}

    record Closed(SmtpReply reason, ReplyReason kind, List<OutgoingMessage> untouched) implements Event {}

    private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();

    @Override
    public void ready() {
        told.add(new Ready());
    }

    @Override
    public void awaitsIntent(OutgoingMessage message) {
        told.add(new Awaits(message));
    }

    @Override
    public void ended(OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent) {
        told.add(new Ended(message, outcome, contentSent));
    }

    @Override
    public void closed(SmtpReply reason, ReplyReason kind, List<OutgoingMessage> untouched) {
        told.add(new Closed(reason, kind, untouched));
    }

    /** The next event, which has to be of this kind. */
    <E extends Event> E next(Class<E> kind) throws InterruptedException {
        Event event = told.poll(10, TimeUnit.SECONDS);
        assertThat(event).isInstanceOf(kind);
        return kind.cast(event);
    }

    Ended ended(OutgoingMessage message) throws InterruptedException {
        Ended ended = next(Ended.class);
        assertThat(ended.message()).isEqualTo(message);
        return ended;
    }

    void awaits(OutgoingMessage message) throws InterruptedException {
        assertThat(next(Awaits.class).message()).isEqualTo(message);
    }

    boolean areOver() {
        return told.isEmpty();
    }
}
