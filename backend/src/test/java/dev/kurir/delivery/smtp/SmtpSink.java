package dev.kurir.delivery.smtp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/** A server on loopback that takes everything as fast as it can and keeps nothing. */
final class SmtpSink implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final LongAdder messages = new LongAdder();
    private final Channel listening;

    SmtpSink() {
        listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Conversation(messages));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    long messages() {
        return messages.sum();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        loops.shutdownGracefully().syncUninterruptibly();
    }

    /** Answers commands by their first letter and finds the dot by looking at line ends. */
    private static final class Conversation extends ChannelInboundHandlerAdapter {
        private final LongAdder messages;
        private boolean inContent;
        private int lineLength;
        private byte first;
        private boolean onlyDot;

        Conversation(LongAdder messages) {
            this.messages = messages;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            say(context, "220 sink\r\n");
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ByteBuf in = (ByteBuf) read;
            ByteBuf out = context.alloc().buffer(256);
            while (in.isReadable()) {
                int length = in.bytesBefore((byte) '\n');
                int taken = length < 0 ? in.readableBytes() : length + 1;
                note(in, taken);
                in.skipBytes(taken);
                if (length >= 0) {
                    line(out);
                    lineLength = 0;
                }
            }
            in.release();
            var _ = context.writeAndFlush(out);
        }

        private void note(ByteBuf in, int taken) {
            if (lineLength == 0) {
                first = in.getByte(in.readerIndex());
                onlyDot = first == '.';
            }
            lineLength += taken;
        }

        private void line(ByteBuf out) {
            if (inContent) {
                if (onlyDot && lineLength == 3) {
                    inContent = false;
                    messages.increment();
                    ByteBufUtil.writeAscii(out, "250 2.0.0 Ok\r\n");
                }
                return;
            }
            switch (first) {
                case 'E' -> ByteBufUtil.writeAscii(out, "250-sink\r\n250-PIPELINING\r\n250 AUTH PLAIN\r\n");
                case 'A' -> ByteBufUtil.writeAscii(out, "235 2.7.0 Ok\r\n");
                case 'D' -> {
                    inContent = true;
                    ByteBufUtil.writeAscii(out, "354 Go\r\n");
                }
                default -> ByteBufUtil.writeAscii(out, "250 2.1.0 Ok\r\n");
            }
        }

        private static void say(ChannelHandlerContext context, String words) {
            ByteBuf out = context.alloc().buffer(words.length());
            ByteBufUtil.writeAscii(out, words);
            var _ = context.writeAndFlush(out);
        }
    }
}
