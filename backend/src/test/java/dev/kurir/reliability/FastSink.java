package dev.kurir.reliability;

import dev.kurir.testing.TestCertificate;
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
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A mail server that takes everything as fast as it can and keeps only a count; a process of its own. It prints its
 * port, then for each line on its input how many messages it has begun and how many it has taken, and all octets so
 * far. Its first argument is the time in milliseconds that each answer takes, as a long way would; a second one names
 * the folder of the certificate with which it speaks TLS from the first octet on.
 */
final class FastSink {
    private static final LongAdder BEGUN = new LongAdder();
    private static final LongAdder TAKEN = new LongAdder();
    private static final LongAdder OCTETS = new LongAdder();

    private FastSink() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        long delay = Long.parseLong(arguments[0]);
        SslContext tls = arguments.length > 1 ? tls(Path.of(arguments[1])) : null;
        Channel listening = new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(new Conversation(delay));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        System.out.println("port " + ((InetSocketAddress) listening.localAddress()).getPort());
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (questions.readLine() != null) {
            System.out.println(BEGUN.sum() + " " + TAKEN.sum() + " " + OCTETS.sum());
        }
        System.exit(0);
    }

    private static SslContext tls(Path folder) throws IOException, GeneralSecurityException {
        return SslContextBuilder.forServer(TestCertificate.in(folder).keys()).build();
    }

    /** Knows commands by their first letter and the end of a content by a line that is one dot. */
    private static final class Conversation extends ChannelInboundHandlerAdapter {
        private final long delay;
        private boolean inContent;
        private boolean begun;
        private int length;
        private byte first;

        Conversation(long delay) {
            this.delay = delay;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ByteBuf out = context.alloc().buffer(16);
            ByteBufUtil.writeAscii(out, "220 sink\r\n");
            answer(context, out);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ByteBuf in = (ByteBuf) read;
            ByteBuf out = context.alloc().buffer(256);
            OCTETS.add(in.readableBytes());
            while (in.isReadable()) {
                int end = in.bytesBefore((byte) '\n');
                int taken = end < 0 ? in.readableBytes() : end + 1;
                first = length == 0 ? in.getByte(in.readerIndex()) : first;
                length += taken;
                if (inContent && !begun) {
                    begun = true;
                    BEGUN.increment();
                }
                in.skipBytes(taken);
                if (end >= 0) {
                    line(out);
                    length = 0;
                }
            }
            in.release();
            answer(context, out);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cut) {
            var _ = context.close();
        }

        private void answer(ChannelHandlerContext context, ByteBuf out) {
            if (!out.isReadable()) {
                out.release();
            } else if (delay == 0) {
                flush(context, out);
            } else {
                var _ = context.executor().schedule(() -> flush(context, out), delay, TimeUnit.MILLISECONDS);
            }
        }

        private static void flush(ChannelHandlerContext context, ByteBuf out) {
            var _ = context.writeAndFlush(out);
        }

        private void line(ByteBuf out) {
            if (inContent) {
                if (first == '.' && length == 3) {
                    inContent = false;
                    begun = false;
                    TAKEN.increment();
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
    }
}
