package dev.kurir.delivery.smtp;

import dev.kurir.outbox.SmtpPhase;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open connection: commands out, and a queue of the replies that are expected for them. Each reply is handed on the
 * moment it is read. Everything happens on the event loop of the channel.
 */
final class Wire extends SimpleChannelInboundHandler<ServerReply> {
    /** Hears what nobody expected. */
    interface Owner {
        /** The connection is over, or will never be of use again. Told once. */
        void lost(Cause cause);

        /** The server spoke without being asked: it is going away. */
        void unasked(ServerReply reply);

        /** Nothing is expected, for so long. */
        void idle(Duration time);
    }

    private static final class Expectation {
        final SmtpPhase phase;
        final Duration patience;
        final Consumer<ServerReply> then;

        Expectation(SmtpPhase phase, Duration patience, Consumer<ServerReply> then) {
            this.phase = phase;
            this.patience = patience;
            this.then = then;
        }
    }

    private final Channel channel;
    private final Deque<Expectation> expected = new ArrayDeque<>();
    private @Nullable Owner owner;
    private SmtpPhase lastPhase = SmtpPhase.CONNECT;
    private long since = System.nanoTime();
    private boolean over;

    Wire(Channel channel, Duration tick) {
        super(ServerReply.class, false);
        this.channel = channel;
        var looking = channel.eventLoop()
                .scheduleAtFixedRate(this::look, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(_ -> looking.cancel(false));
    }

    Channel channel() {
        return channel;
    }

    void owner(Owner hears) {
        owner = hears;
    }

    /** The next reply that nobody else waits for goes here. */
    void expect(SmtpPhase phase, Duration patience, Consumer<ServerReply> then) {
        if (expected.isEmpty()) {
            since = System.nanoTime();
        }
        expected.add(new Expectation(phase, patience, then));
    }

    /** Sends one command and expects one reply. */
    void command(SmtpPhase phase, String line, Duration patience, Consumer<ServerReply> then) {
        ByteBuf out = channel.alloc().buffer(line.length() + 2);
        Command.write(out, line);
        expect(phase, patience, then);
        send(out);
    }

    /** Sends octets. */
    void send(ByteBuf out) {
        queue(out, () -> {});
        flush();
    }

    /** What was queued leaves in one go. */
    void flush() {
        channel.flush();
    }

    /** To be sent by the next flush; tells when the last octet was handed to the system. */
    void queue(ByteBuf out, Runnable whenOut) {
        ChannelFuture sent = channel.write(out);
        sent.addListener(_ -> {
            if (sent.isSuccess()) {
                whenOut.run();
            } else {
                endSoon(sent.cause());
            }
        });
    }

    /** The reply that is waited for now gets its full time from here. */
    void restartPatience() {
        since = System.nanoTime();
    }

    void close() {
        over = true;
        var _ = channel.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ServerReply reply) {
        if (over) {
            return;
        }
        since = System.nanoTime();
        Expectation next = expected.poll();
        if (next == null) {
            told().unasked(reply);
            return;
        }
        lastPhase = next.phase;
        next.then.accept(reply);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(Cause.silent(phase(), "The server closed the connection."));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable trouble) {
        end(trouble);
    }

    private void look() {
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        Expectation next = expected.peek();
        if (over || owner == null) {
            return;
        }
        if (next == null) {
            owner.idle(waited);
        } else if (waited.compareTo(next.patience) > 0) {
            end(Cause.silent(phase(), "The server did not answer within %d s.".formatted(waited.toSeconds())));
        }
    }

    /** What was written before may still be answered: reading goes on until the server closes, or falls silent. */
    private void endSoon(Throwable trouble) {
        var _ = channel.eventLoop().schedule(() -> end(trouble), 2, TimeUnit.SECONDS);
    }

    private void end(Throwable trouble) {
        end(Cause.silent(phase(), Causes.words(trouble)));
    }

    private void end(Cause cause) {
        if (!over) {
            close();
            told().lost(cause);
        }
    }

    private SmtpPhase phase() {
        Expectation next = expected.peek();
        return next == null ? lastPhase : next.phase;
    }

    private Owner told() {
        if (owner == null) {
            throw new IllegalStateException("the connection has no owner yet");
        }
        return owner;
    }
}
