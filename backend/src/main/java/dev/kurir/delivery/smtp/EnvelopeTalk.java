package dev.kurir.delivery.smtp;

import dev.kurir.outbox.OutgoingMessage;
import dev.kurir.outbox.SmtpPhase;
import dev.kurir.outbox.SmtpReply;
import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * MAIL, RCPT, DATA and their replies: in one flight where the server offers PIPELINING (RFC 2920), else one by one. One
 * recipient per transaction, so that every reply is about one message.
 */
final class EnvelopeTalk {
    /** Hears how an envelope fares. */
    interface Steps {
        /** The server refused it; more replies of this envelope may still come. */
        void refused(Transaction transaction, SmtpReply reply);

        /** 354: the server waits for content. */
        void awaits(Transaction transaction);

        /** It was refused, and nothing of it is waited for any more. */
        void done(Transaction transaction);

        /** The server goes away, or makes no sense. */
        void broken(SmtpReply reply);
    }

    private static final int ROOM = 640;

    private final Wire wire;
    private final boolean pipelining;
    private final SmtpTimeouts timeouts;
    private final Steps steps;
    private boolean needsReset;

    EnvelopeTalk(Wire wire, boolean pipelining, SmtpTimeouts timeouts, Steps steps) {
        this.wire = wire;
        this.pipelining = pipelining;
        this.timeouts = timeouts;
        this.steps = steps;
    }

    boolean isPipelining() {
        return pipelining;
    }

    void write(Transaction transaction) {
        if (pipelining) {
            writeAll(transaction);
        } else if (needsReset) {
            needsReset = false;
            wire.command(SmtpPhase.NONE, "RSET", timeouts.command(), reply -> {
                if (isUsable(reply, SmtpPhase.NONE)) {
                    command(SmtpPhase.MAIL, transaction);
                }
            });
        } else {
            command(SmtpPhase.MAIL, transaction);
        }
    }

    private void writeAll(Transaction transaction) {
        ByteBuf out = wire.channel().alloc().buffer(ROOM);
        if (needsReset) {
            needsReset = false;
            Command.write(out, "RSET");
            wire.expect(SmtpPhase.NONE, timeouts.command(), reply -> isUsable(reply, SmtpPhase.NONE));
        }
        for (SmtpPhase phase : List.of(SmtpPhase.MAIL, SmtpPhase.RCPT, SmtpPhase.DATA)) {
            Command.write(out, line(phase, transaction.message));
            expect(phase, transaction);
        }
        wire.send(out);
    }

    private void command(SmtpPhase phase, Transaction transaction) {
        ByteBuf out = wire.channel().alloc().buffer(ROOM);
        Command.write(out, line(phase, transaction.message));
        expect(phase, transaction);
        wire.send(out);
    }

    private void expect(SmtpPhase phase, Transaction transaction) {
        switch (phase) {
            case MAIL, RCPT -> wire.expect(phase, timeouts.command(), reply -> taken(phase, transaction, reply));
            default -> wire.expect(phase, timeouts.data(), reply -> dataAnswered(transaction, reply));
        }
    }

    /** The answer to MAIL or RCPT. */
    private void taken(SmtpPhase phase, Transaction transaction, ServerReply reply) {
        boolean alreadyRefused = transaction.stage == Transaction.Stage.REFUSED;
        // In place of an answer to MAIL it says nothing about the message.
        if (alreadyRefused || (phase == SmtpPhase.MAIL && reply.code() == ServerReply.SHUTTING_DOWN)) {
            isUsable(reply, phase);
            return;
        }
        if (!judge(phase, transaction, reply)) {
            return;
        }
        if (!reply.isPositive()) {
            needsReset = phase == SmtpPhase.RCPT;
            if (!pipelining) {
                steps.done(transaction);
            }
        } else if (!pipelining) {
            command(phase == SmtpPhase.MAIL ? SmtpPhase.RCPT : SmtpPhase.DATA, transaction);
        }
    }

    private void dataAnswered(Transaction transaction, ServerReply reply) {
        boolean open = reply.code() == ServerReply.START_MAIL_INPUT;
        if (transaction.stage == Transaction.Stage.REFUSED) {
            afterRefusal(transaction, reply, open);
        } else if (open) {
            transaction.judged = true;
            steps.awaits(transaction);
        } else if (judge(SmtpPhase.DATA, transaction, reply)) {
            needsReset = true;
            if (reply.isPositive()) {
                steps.broken(reply.at(SmtpPhase.DATA));
            } else {
                steps.done(transaction);
            }
        }
    }

    /** A server that wants content for nobody gets none: a lone dot (RFC 2920 §3.1). */
    private void afterRefusal(Transaction transaction, ServerReply reply, boolean open) {
        if (open) {
            wire.command(SmtpPhase.DOT, ".", timeouts.dot(), end -> {
                if (isUsable(end, SmtpPhase.DOT)) {
                    steps.done(transaction);
                }
            });
        } else if (isUsable(reply, SmtpPhase.DATA)) {
            steps.done(transaction);
        }
    }

    /** Tells the verdict of a reply; tells us whether the connection can go on. */
    private boolean judge(SmtpPhase phase, Transaction transaction, ServerReply reply) {
        transaction.judged = true;
        if (reply.isTransient() || reply.isPermanent()) {
            steps.refused(transaction, reply.at(phase));
        }
        return isUsable(reply, phase);
    }

    /** Ends everything when the server shuts down or talks nonsense. */
    private boolean isUsable(ServerReply reply, SmtpPhase phase) {
        boolean nonsense = !reply.isPositive() && !reply.isTransient() && !reply.isPermanent();
        if (nonsense || reply.code() == ServerReply.SHUTTING_DOWN) {
            steps.broken(reply.at(phase));
            return false;
        }
        return true;
    }

    private static String line(SmtpPhase phase, OutgoingMessage message) {
        return switch (phase) {
            case MAIL -> "MAIL FROM:<" + message.from().value() + ">";
            case RCPT -> "RCPT TO:<" + message.to().value() + ">";
            default -> "DATA";
        };
    }
}
