package dev.kurir.platform.io;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Runs blocking calls (IMAP, DNS, connection tests) on virtual threads, so that they hold up nobody. How many run at
 * once is the caller's business; every call needs timeouts of its own. Cancelling interrupts the thread.
 */
@Component
public class BlockingMailIo implements Executor, DisposableBean {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-io-", 0).factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "mail-io");

    public <T> Mono<T> call(Callable<? extends T> blocking) {
        return Mono.<T>fromCallable(() -> told(blocking)).subscribeOn(scheduler);
    }

    private static <T> T told(Callable<? extends T> blocking) throws Exception {
        try {
            return blocking.call();
        } catch (VirtualMachineError | LinkageError fatal) {
            throw new FatalCallException(fatal);
        }
    }

    /** For callers that hear the result on a thread of their own. */
    @Override
    public void execute(Runnable blocking) {
        threads.execute(blocking);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.shutdownNow();
    }
}
