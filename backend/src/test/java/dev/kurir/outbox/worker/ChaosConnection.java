package dev.kurir.outbox.worker;

import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A connection into {@link ChaosMail}: one content at most is out, one envelope stands behind it. */
final class ChaosConnection implements MailConnection {
    final String node;
    private final ChaosMail mail;
    private final Listener listener;
    private final SplittableRandom dice;
    private final Deque<OutgoingMessage> offered = new ArrayDeque<>();
    private @Nullable OutgoingMessage envelope;
    private @Nullable OutgoingMessage content;
    private boolean answering;
    private boolean atGate;
    private boolean ready;
    private boolean closing;
    private boolean over;

    ChaosConnection(ChaosMail mail, String node, Listener listener) {
        this.mail = mail;
        this.node = node;
        this.listener = listener;
        this.dice = mail.dice(System.identityHashCode(this));
    }

    void dial() {
        soon(() -> {
            if (mail.connects(dice)) {
                ready = true;
                listener.ready();
                pump();
            } else {
                end(ReplyReason.CONNECTION);
            }
        });
    }

    @Override
    public synchronized void offer(OutgoingMessage message) {
        if (!over) {
            offered.add(message);
            pump();
        }
    }

    @Override
    public synchronized void grant(OutgoingMessage message) {
        if (over) {
            return;
        }
        if (!message.equals(envelope) || !atGate || content != null) {
            mail.breaches.add("granted out of turn: " + message.id().value());
            return;
        }
        mail.began(message);
        content = message;
        envelope = null;
        atGate = false;
        soon(this::dot);
        pump();
    }

    @Override
    public synchronized void refuse(OutgoingMessage message) {
        if (message.equals(envelope) && atGate) {
            envelope = null;
            end(ReplyReason.NONE);
        } else if (!over) {
            offered.remove(message);
        }
    }

    @Override
    public synchronized void close() {
        closing = true;
        if (content == null) {
            end(ReplyReason.NONE);
        }
    }

    @Override
    public synchronized void abort() {
        end(ReplyReason.NONE);
    }

    /** The node is gone. What of its content had already left may have arrived. */
    synchronized void die() {
        if (!over && content != null && dice.nextBoolean()) {
            mail.took(content);
        }
        over = true;
        mail.closed(this);
    }

    private void pump() {
        if (!ready || closing) {
            return;
        }
        if (envelope == null) {
            envelope = offered.poll();
        }
        if (envelope != null && content == null && !atGate && !answering) {
            answering = true;
            soon(this::answerEnvelope);
        }
    }

    private void answerEnvelope() {
        answering = false;
        OutgoingMessage message = envelope;
        if (message == null || closing) {
            end(ReplyReason.NONE);
            return;
        }
        SplittableRandom roll = mail.dice(message);
        DeliveryOutcome refused = mail.envelope(roll);
        if (refused != null) {
            envelope = null;
            listener.ended(message, refused, false);
            pump();
            return;
        }
        atGate = true;
        listener.awaitsIntent(message);
        if (mail.losesConnection(roll)) {
            soon(() -> end(ReplyReason.CONNECTION));
        }
    }

    private void dot() {
        OutgoingMessage message = content;
        if (message == null) {
            return;
        }
        ChaosMail.Fate fate = mail.fate(mail.dice(message));
        switch (fate) {
            case CUT -> end(ReplyReason.CONNECTION);
            case TAKE_AND_CUT -> {
                mail.took(message);
                content = null;
                uncertain(message);
                end(ReplyReason.CONNECTION);
            }
            case TAKE, TAKE_AND_LEAVE, DEFER, REJECT -> {
                content = null;
                if (fate == ChaosMail.Fate.TAKE || fate == ChaosMail.Fate.TAKE_AND_LEAVE) {
                    mail.took(message);
                }
                listener.ended(message, mail.outcome(fate), true);
                goOn(fate == ChaosMail.Fate.TAKE_AND_LEAVE);
            }
        }
    }

    private void goOn(boolean leaves) {
        if (leaves) {
            end(ReplyReason.CONNECTION);
        } else if (closing) {
            end(ReplyReason.NONE);
        } else {
            pump();
        }
    }

    private void uncertain(OutgoingMessage message) {
        mail.cuts.incrementAndGet();
        listener.ended(message, new DeliveryOutcome.Uncertain(words()), true);
    }

    private void end(ReplyReason kind) {
        if (over) {
            return;
        }
        over = true;
        mail.closed(this);
        if (content != null) {
            if (dice.nextBoolean()) {
                mail.took(content);
            }
            uncertain(content);
        }
        List<OutgoingMessage> untouched = new ArrayList<>(offered);
        if (envelope != null && atGate && kind != ReplyReason.NONE) {
            listener.ended(envelope, new DeliveryOutcome.Deferred(words(), ReplyReason.CONNECTION), false);
        } else if (envelope != null) {
            untouched.add(envelope);
        }
        listener.closed(words(), kind, untouched);
    }

    private static SmtpReply words() {
        return new SmtpReply(SmtpPhase.DOT, 0, null, "cut");
    }

    /** A step of the server after a while, as long as the connection and its node live. */
    private void soon(Runnable step) {
        mail.later(
                () -> {
                    synchronized (this) {
                        if (!over) {
                            step.run();
                        }
                    }
                },
                dice);
    }
}
