package dev.kurir.reliability;

import java.util.List;

/**
 * How a run with so many kills ended.
 *
 * @param mayBeUncertain open connections × kills
 * @param resumedMillis from each start to the first message that the server took after it
 * @param unsound what the database says against itself
 */
record CrashResult(
        int kills,
        int messages,
        CrashCheck.Found found,
        long mayBeUncertain,
        List<Long> resumedMillis,
        List<String> unsound) {

    boolean isSound() {
        return found.isSound() && found.uncertain() <= mayBeUncertain && unsound.isEmpty();
    }

    /**
     * @param faults what they were
     * @param resumed what the times tell
     */
    String sentence(String faults, String resumed) {
        return "%d %s in %,d messages: lost %d, twice %d, false sent %d, false failure %d; uncertain %d of at most %d (%d had arrived); %s after p50 %.1f s, p99 %.1f s"
                .formatted(
                        kills,
                        faults,
                        messages,
                        found.lost(),
                        found.twice(),
                        found.falseOk(),
                        found.falseFail(),
                        found.uncertain(),
                        mayBeUncertain,
                        found.uncertainArrived(),
                        resumed,
                        resumed(0.5),
                        resumed(0.99));
    }

    private double resumed(double share) {
        List<Long> sorted = resumedMillis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1000.0;
    }
}
