package dev.kurir.account;

import dev.kurir.account.ConnectionProbe.Protocol;
import dev.kurir.account.ConnectionProbe.Step;
import dev.kurir.account.ConnectionProbe.StepName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a probe, in order, each with the time it took; what comes after a failure is skipped. For one thread at
 * a time.
 */
public final class ProbeSteps {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u0080-\\u009F\\u2028\\u2029\\s]+");
    private static final int LONGEST = 500;

    private final Protocol protocol;
    private final Deque<StepName> ahead;
    private final List<Step> done = new ArrayList<>();
    private long since = System.nanoTime();

    public ProbeSteps(Protocol protocol, List<StepName> names) {
        this.protocol = protocol;
        this.ahead = new ArrayDeque<>(names);
    }

    public boolean waitsFor(StepName name) {
        return ahead.peek() == name;
    }

    public void ok(StepName name, @Nullable String detail) {
        take(name);
        done.add(Step.ok(protocol, name, detail == null ? null : line(detail), millis()));
    }

    public void skip(StepName name) {
        take(name);
        done.add(Step.skipped(protocol, name));
    }

    /** The step that is under way failed. */
    public void fail(String detail) {
        StepName name = ahead.poll();
        if (name != null) {
            done.add(Step.failed(
                    protocol, name, name.name().toLowerCase(Locale.ROOT) + "_failed", line(detail), millis()));
        }
    }

    public List<Step> all() {
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

    /** Words from outside, fit for a screen. */
    private static String line(String words) {
        String line = UNFIT.matcher(words).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private long millis() {
        long now = System.nanoTime();
        long spent = TimeUnit.NANOSECONDS.toMillis(now - since);
        since = now;
        return spent;
    }
}
