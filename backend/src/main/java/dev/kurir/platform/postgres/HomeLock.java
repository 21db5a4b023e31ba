package dev.kurir.platform.postgres;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held as long as a program uses a data folder. The operating system lets go of it however the program ends. */
final class HomeLock implements AutoCloseable {

    /**
     * The folders that this very process holds. They are looked up before the file is touched: closing a second channel
     * on a locked file would give up the first one's lock too (POSIX).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Path home) throws IOException {
        if (!HELD.add(home)) {
            throw alreadyUsed(home);
        }
        try {
            return lock(home);
        } catch (IOException | RuntimeException failed) {
            HELD.remove(home);
            throw failed;
        }
    }

    private static HomeLock lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw alreadyUsed(home);
        }
        return new HomeLock(home, channel);
    }

    private static StartRefusedException alreadyUsed(Path home) {
        return new StartRefusedException(
                "Another Kurir is using the data folder %s. Stop it first, or give this one a folder of its own with KURIR_DATA."
                        .formatted(home.getParent()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(home);
    }
}
