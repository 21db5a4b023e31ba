package dev.kurir.delivery.smtp;

import dev.kurir.delivery.smtp.Transaction.Stage;
import dev.kurir.outbox.DeliveryOutcome;
import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.ReplyReason;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import dev.kurir.platform.fault.Failpoint;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one connection, in the order in which they were offered. At most one has its content out, and at most
 * one envelope stands behind it. Lives on the event loop.
 */
final class Session implements Wire.Owner, EnvelopeTalk.Steps {
    private final MailConnection.Listener listener;
    private final ReplyClassifier.Of classifier;
    private final SmtpTimeouts timeouts;
    private final Deque<Transaction> transactions = new ArrayDeque<>();
    private @Nullable Wire wire;
    private @Nullable EnvelopeTalk talk;
    private boolean closing;
    private boolean quitting;
    private boolean over;

    Session(MailConnection.Listener listener, ReplyClassifier.Of classifier, SmtpTimeouts timeouts) {
        this.listener = listener;
        this.classifier = classifier;
        this.timeouts = timeouts;
    }

    boolean isOver() {
        return over;
    }

    /** Logged in: messages may go. */
    void begin(Wire openWire, boolean pipelining) {
        wire = openWire;
        talk = new EnvelopeTalk(openWire, pipelining, timeouts, this);
        openWire.owner(this);
        openWire.restartPatience();
        listener.ready();
        pump();
    }

    void offer(OutgoingMessage message) {
        if (!over) {
            transactions.add(new Transaction(message));
            pump();
        }
    }

    void grant(OutgoingMessage message) {
        Transaction transaction = find(message);
        if (transaction == null || wire == null || transaction.isContentOut()) {
            return;
        }
        if (transaction.stage != Stage.AWAITING) {
            end(Cause.ours("A message was granted before it awaited its intent."));
            return;
        }
        ByteBuf content;
        try {
            content = MailData.encode(message.content().get(), wire.channel().alloc());
        } catch (RuntimeException unbuildable) {
            unsendable(transaction, unbuildable);
            return;
        }
        send(wire, transaction, content);
        // the next envelope travels behind it in the same segment
        pump();
        wire.flush();
    }

    void refuse(OutgoingMessage message) {
        Transaction transaction = find(message);
        if (transaction == null || transaction.isContentOut()) {
            return;
        }
        switch (transaction.stage) {
            case OFFERED -> transactions.remove(transaction);
            case AWAITING -> {
                transactions.remove(transaction);
                end(Cause.ours("The intent was refused after DATA."));
            }
            default -> transaction.withdrawn = true;
        }
    }

    void close() {
        closing = true;
        if (!over && transactions.stream().noneMatch(Transaction::isContentOut)) {
            finish();
        }
    }

    void abort() {
        end(Cause.ours("Cut by us."));
    }

    @Override
    public void lost(Cause cause) {
        end(quitting ? Cause.ours("Closed by us.") : cause);
    }

    @Override
    public void unasked(ServerReply reply) {
        end(classifier.cause(reply.at(SmtpPhase.NONE)));
    }

    @Override
    public void idle(Duration time) {
        if (transactions.isEmpty() && time.compareTo(timeouts.idle()) > 0) {
            finish();
        }
    }

    @Override
    public void refused(Transaction transaction, SmtpReply reply) {
        transaction.stage = Stage.REFUSED;
        if (!transaction.withdrawn) {
            listener.ended(transaction.message, verdict(reply), false);
        }
    }

    @Override
    public void awaits(Transaction transaction) {
        transaction.stage = Stage.AWAITING;
        if (transaction.withdrawn || closing) {
            end(Cause.ours("The message was taken back after DATA."));
        } else {
            listener.awaitsIntent(transaction.message);
        }
    }

    @Override
    public void done(Transaction transaction) {
        transactions.remove(transaction);
        goOn();
    }

    @Override
    public void broken(SmtpReply reply) {
        end(classifier.cause(reply));
    }

    private void send(Wire out, Transaction transaction, ByteBuf content) {
        transaction.stage = Stage.CONTENT;
        out.expect(SmtpPhase.DOT, timeouts.dot(), reply -> dotAnswered(transaction, reply));
        Failpoint.MID_BODY.reached(() -> out.send(content.readRetainedSlice(content.readableBytes() / 2)));
        out.queue(content, () -> {
            Failpoint.BEFORE_REPLY.reached();
            if (transaction.stage == Stage.CONTENT) {
                transaction.stage = Stage.DOT;
                out.restartPatience();
            }
        });
    }

    private void dotAnswered(Transaction transaction, ServerReply reply) {
        SmtpReply words = reply.at(SmtpPhase.DOT);
        transactions.remove(transaction);
        if (reply.isPositive()) {
            listener.ended(transaction.message, new DeliveryOutcome.Accepted(words), true);
            goOn();
        } else if (reply.isTransient() || reply.isPermanent()) {
            listener.ended(transaction.message, verdict(words), true);
            if (reply.code() == ServerReply.SHUTTING_DOWN) {
                end(classifier.cause(words));
            } else {
                goOn();
            }
        } else {
            listener.ended(transaction.message, new DeliveryOutcome.Uncertain(words), true);
            end(new Cause(words, ReplyReason.PROTOCOL));
        }
    }

    private void goOn() {
        if (closing && !over) {
            finish();
        } else {
            pump();
        }
    }

    /** Writes the next envelope, when it is its turn. */
    private void pump() {
        if (talk == null || closing || quitting || over) {
            return;
        }
        boolean behindContent = false;
        for (Transaction transaction : transactions) {
            if (transaction.stage == Stage.OFFERED) {
                if (!behindContent || talk.isPipelining()) {
                    transaction.stage = Stage.ENVELOPE;
                    talk.write(transaction);
                }
                return;
            }
            if (!transaction.isContentOut()) {
                return;
            }
            behindContent = true;
        }
    }

    /** Ends in good manners: QUIT, but never where the server might take it for content. */
    private void finish() {
        if (wire == null || transactions.stream().anyMatch(transaction -> transaction.stage != Stage.OFFERED)) {
            end(Cause.ours("Closed by us."));
        } else if (!quitting) {
            quitting = true;
            wire.command(SmtpPhase.NONE, "QUIT", timeouts.quit(), _ -> end(Cause.ours("Closed by us.")));
        }
    }

    /** Nothing of it was sent, and nothing will be. */
    private void unsendable(Transaction transaction, RuntimeException why) {
        transactions.remove(transaction);
        SmtpReply words = new SmtpReply(
                SmtpPhase.DATA, 0, null, ReplyText.clean("The message could not be built: " + why.getMessage()));
        listener.ended(transaction.message, new DeliveryOutcome.Rejected(words, ReplyReason.CONTENT), false);
        end(Cause.ours("A message could not be built."));
    }

    private void end(Cause cause) {
        if (over) {
            return;
        }
        over = true;
        if (wire != null) {
            wire.close();
        }
        List<Transaction> left = new ArrayList<>(transactions);
        transactions.clear();
        List<OutgoingMessage> untouched = new ArrayList<>();
        for (Transaction transaction : left) {
            endLeft(transaction, cause, untouched);
        }
        listener.closed(cause.reply(), cause.kind(), untouched);
    }

    private void endLeft(Transaction transaction, Cause cause, List<OutgoingMessage> untouched) {
        if (transaction.isContentOut()) {
            SmtpPhase phase = transaction.stage == Stage.CONTENT ? SmtpPhase.CONTENT : SmtpPhase.DOT;
            SmtpReply words = new SmtpReply(phase, 0, null, cause.reply().text());
            listener.ended(transaction.message, new DeliveryOutcome.Uncertain(words), true);
        } else if (transaction.withdrawn || transaction.stage == Stage.REFUSED) {
            // The outbox has heard of it, or does not ask any more.
            return;
        } else if (transaction.judged && !cause.isOurs()) {
            listener.ended(
                    transaction.message, new DeliveryOutcome.Deferred(cause.reply(), ReplyReason.CONNECTION), false);
        } else {
            untouched.add(transaction.message);
        }
    }

    private DeliveryOutcome verdict(SmtpReply reply) {
        ReplyReason reason = classifier.reason(reply);
        return reply.code() / 100 == 4
                ? new DeliveryOutcome.Deferred(reply, reason)
                : new DeliveryOutcome.Rejected(reply, reason);
    }

    private @Nullable Transaction find(OutgoingMessage message) {
        for (Transaction transaction : transactions) {
            if (transaction.message.id().equals(message.id())) {
                return transaction;
            }
        }
        return null;
    }
}
