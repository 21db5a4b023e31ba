package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.KurirTest;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Two owners on one database, killed, frozen, cut off and hurried: whatever happens, every message that has not ended
 * can be found by an owner, the counters are a count, and nothing is handed over twice. {@code -Dchaos.seeds=500} tries
 * more seeds, {@code -Dchaos.first=42 -Dchaos.seeds=1} one of them again.
 */
@KurirTest
@TestPropertySource(properties = "kurir.roles=web")
@Import({EngineIT.World.class, ChaosWorld.Program.class})
class InvariantIT {
    private static final int STEPS = 40;

    private final ChaosWorld.Program program;

    @TempDir
    Path folder;

    InvariantIT(ChaosWorld.Program program) {
        this.program = program;
    }

    static LongStream seeds() {
        long first = Long.getLong("chaos.first", 1);
        return LongStream.range(first, first + Integer.getInteger("chaos.seeds", 8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsWhateverHappens(long seed) {
        ChaosRun run = new ChaosRun(new ChaosWorld(program, folder), seed);

        assertThat(run.breaches(STEPS))
                .as("seed %d after %s", seed, run.history)
                .isEmpty();
    }
}
