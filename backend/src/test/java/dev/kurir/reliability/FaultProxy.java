package dev.kurir.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A line between two programs that can fail: it passes everything on, or is silent as a network that drops packets, or
 * cuts every connection and refuses new ones.
 */
final class FaultProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Line line = Line.UP;
    private volatile LongSupplier allowance = () -> Long.MAX_VALUE;

    private enum Line {
        UP,
        SILENT,
        CUT
    }

    /** @param target port on loopback, asked for each connection */
    FaultProxy(IntSupplier target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void heal() {
        become(Line.UP);
    }

    /** Nothing arrives any more, and nobody is told. */
    void silence() {
        become(Line.SILENT);
    }

    /** Each new connection is reset when so many octets have come from the target. */
    void cutAfter(LongSupplier octets) {
        allowance = octets;
    }

    /** Every connection is reset, new ones too. */
    void cut() {
        become(Line.CUT);
        open.forEach(FaultProxy::reset);
    }

    @Override
    public void close() {
        cut();
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void become(Line now) {
        lock.lock();
        try {
            line = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket near = listening.accept();
                open.add(near);
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        if (!awaitLine()) {
            reset(near);
            return;
        }
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()));
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException refused) {
            reset(near);
            return;
        }
        open.add(far);
        Thread.ofVirtual().start(() -> pass(near, far, Long.MAX_VALUE));
        pass(far, near, allowance.getAsLong());
    }

    private void pass(Socket from, Socket to, long most) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long left = most;
            for (int read = in.read(buffer); read >= 0 && awaitLine(); read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
                if (left <= 0) {
                    reset(to);
                    return;
                }
            }
        } catch (IOException over) {
            // one end has gone, so the other goes too
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Waits as long as the line is silent; false when it was cut. */
    private boolean awaitLine() {
        lock.lock();
        try {
            while (line == Line.SILENT) {
                changed.awaitUninterruptibly();
            }
            return line == Line.UP;
        } finally {
            lock.unlock();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }
}
