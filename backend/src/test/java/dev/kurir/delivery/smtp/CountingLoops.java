package dev.kurir.delivery.smtp;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One event loop that tells how many channels it has. */
final class CountingLoops extends MultiThreadIoEventLoopGroup {
    private @Nullable List<Loop> made; // no initial value: it would undo what the constructor of the superclass did

    CountingLoops() {
        super(1, NioIoHandler.newFactory());
    }

    int channels() {
        return made == null ? 0 : made.stream().mapToInt(Loop::channels).sum();
    }

    @Override
    protected IoEventLoop newChild(Executor executor, IoHandlerFactory handlers, @Nullable Object... arguments) {
        // Called by the constructor of the superclass, before any field of ours has its value.
        if (made == null) {
            made = new CopyOnWriteArrayList<>();
        }
        Loop loop = new Loop(this, executor, handlers);
        made.add(loop);
        return loop;
    }

    private static final class Loop extends SingleThreadIoEventLoop {
        Loop(MultiThreadIoEventLoopGroup group, Executor executor, IoHandlerFactory handlers) {
            super(group, executor, handlers);
        }

        int channels() {
            return getNumOfRegisteredChannels();
        }
    }
}
