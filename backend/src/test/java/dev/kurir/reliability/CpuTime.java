package dev.kurir.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU seconds that processes have used, where Linux tells. */
final class CpuTime {
    private static final int TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private CpuTime() {}

    static double of(ProcessHandle process) {
        return seconds(process, 2);
    }

    /** With its descendants, those that have ended included. */
    static double ofFamily(ProcessHandle process) {
        try (Stream<ProcessHandle> family = process.descendants()) {
            return seconds(process, 4)
                    + family.mapToDouble(member -> seconds(member, 4)).sum();
        }
    }

    /** The first numbers of: user and system time, both again of the children that were waited for. */
    private static double seconds(ProcessHandle process, int numbers) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = 0; i < numbers; i++) {
                ticks += Long.parseLong(fields[USER_TIME + i]);
            }
            return (double) ticks / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
