package dev.kurir.delivery.smtp;

import dev.kurir.account.ConnectionProbe.Protocol;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.StepName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The steps of a try, in order, each with the time it took; what comes after a failure is skipped. */
final class TrialSteps {
    private final Protocol protocol;
    private final Deque<StepName> ahead;
    private final List<Step> done = new ArrayList<>();
    private long since = System.nanoTime();

    TrialSteps(Protocol protocol, List<StepName> names) {
        this.protocol = protocol;
        this.ahead = new ArrayDeque<>(names);
    }

    boolean waitsFor(StepName name) {
        return ahead.peek() == name;
    }

    void ok(StepName name, @Nullable String detail) {
        take(name);
        done.add(Step.ok(protocol, name, detail, millis()));
    }

    void skip(StepName name) {
        take(name);
        done.add(Step.skipped(protocol, name));
    }

    /** The step that is under way failed. */
    void fail(String detail) {
        StepName name = ahead.poll();
        if (name != null) {
            done.add(Step.failed(protocol, name, name.name().toLowerCase(Locale.ROOT) + "_failed", detail, millis()));
        }
    }

    List<Step> all() {
        while (!ahead.isEmpty()) {
            done.add(Step.skipped(protocol, ahead.poll()));
        }
        return List.copyOf(done);
    }

    private void take(StepName name) {
        if (!ahead.remove(name)) {
            throw new IllegalStateException("no such step left: " + name);
        }
    }

    private long millis() {
        long now = System.nanoTime();
        long spent = TimeUnit.NANOSECONDS.toMillis(now - since);
        since = now;
        return spent;
    }
}
