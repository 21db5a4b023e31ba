package dev.kurir.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process holds of its machine, by the kernel's word.
 *
 * @param descriptors kind of open file (socket, pipe, regular …) → how many
 * @param threads name of thread → how many; without those that the JVM keeps for itself
 */
record Footprint(Map<String, Long> descriptors, Map<String, Long> threads) {
    /** They come and go with its compilers, its collector and the carriers of its virtual threads. */
    private static final Pattern OWN =
            Pattern.compile("(C1|C2|GC|VM|G1|Sweeper|ForkJoinPool|Common-|JFR|Attach|Signal).*");

    static Footprint of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        return new Footprint(
                count(process.resolve("fd"), Footprint::kind), count(process.resolve("task"), Footprint::thread));
    }

    long allDescriptors() {
        return sum(descriptors);
    }

    long allThreads() {
        return sum(threads);
    }

    /** Whether there are not more of them than before, but for so many of each; fewer is no fault. */
    boolean isWithin(Footprint before, int tolerance) {
        return allDescriptors() <= before.allDescriptors() + tolerance
                && allThreads() <= before.allThreads() + tolerance;
    }

    private static Map<String, Long> count(Path folder, Function<Path, String> kind) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(kind)
                    .filter(word -> !OWN.matcher(word).matches())
                    .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String kind(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/") ? "file" : target.replaceAll(":.*", "");
        } catch (IOException closed) {
            return "closing";
        }
    }

    private static String thread(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip().replaceAll("[-#]?\\d+$", "");
        } catch (IOException ended) {
            return "ending";
        }
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
