package dev.kurir.reliability;

import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Browsers that watch: each holds one live stream and notes when it reads of a new list. */
final class StreamCrowd implements AutoCloseable {
    private static final ByteBuf HELLO = Unpooled.copiedBuffer("event:hello", StandardCharsets.US_ASCII);
    private static final ByteBuf MARK = Unpooled.copiedBuffer("\"kind\":\"list\"", StandardCharsets.US_ASCII);
    private static final int AT_A_TIME = 50;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicInteger greeted = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final LongAdder octets = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final Queue<Long> marks = new ConcurrentLinkedQueue<>();

    StreamCrowd(KurirApi api, int clients) {
        URI stream = URI.create(api.base() + "/stream?topics=outbox,campaigns,contacts");
        String request = "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nCookie: %s\r\n\r\n"
                .formatted(stream.getPath(), stream.getQuery(), stream.getAuthority(), api.cookies());
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Client(request));
                    }
                });
        while (channels.size() < clients) {
            int goal = Math.min(clients, channels.size() + AT_A_TIME);
            while (channels.size() < goal) {
                channels.add(bootstrap
                        .connect(stream.getHost(), stream.getPort())
                        .syncUninterruptibly()
                        .channel());
            }
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(BenchStage.PATIENCE)
                    .until(() -> greeted.get() + lost.get() >= goal);
        }
    }

    /** How many streams have ended by themselves. */
    int lost() {
        return lost.get();
    }

    long octets() {
        return octets.sum();
    }

    long reads() {
        return reads.sum();
    }

    /** When a client read of a new list, by the monotonic clock; those since the last call. */
    List<Long> marks() {
        List<Long> read = new ArrayList<>();
        for (Long mark = marks.poll(); mark != null; mark = marks.poll()) {
            read.add(mark);
        }
        return read;
    }

    @Override
    public void close() {
        for (Channel channel : channels) {
            var _ = channel.close();
        }
        loop.shutdownGracefully().awaitUninterruptibly();
    }

    private final class Client extends ChannelInboundHandlerAdapter {
        private final String request;
        private boolean welcome;

        Client(String request) {
            this.request = request;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var _ = context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ByteBuf in = (ByteBuf) read;
            octets.add(in.readableBytes());
            reads.increment();
            if (!welcome && ByteBufUtil.indexOf(HELLO, in) >= 0) {
                welcome = true;
                greeted.incrementAndGet();
            }
            if (ByteBufUtil.indexOf(MARK, in) >= 0) {
                marks.add(System.nanoTime());
            }
            in.release();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost.incrementAndGet();
        }
    }
}
