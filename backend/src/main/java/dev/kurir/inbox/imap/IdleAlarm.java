package dev.kurir.inbox.imap;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends waiting when its time is over: one thread for all sessions, which only writes a line to a socket. */
final class IdleAlarm {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("idle-alarm").factory());

    IdleAlarm() {
        timer.setRemoveOnCancelPolicy(true);
    }

    ScheduledFuture<?> after(Duration wait, Runnable end) {
        // a server that does not take the line may not hold up the others
        return timer.schedule(() -> Thread.startVirtualThread(end), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
