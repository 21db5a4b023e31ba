package dev.kurir.outbox.worker;

import dev.kurir.outbox.AccountOwnership;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine that runs here, as others see it. */
@Component
class EngineOwnership implements AccountOwnership {
    private volatile @Nullable RunningEngine running;

    void began(RunningEngine engine) {
        running = engine;
    }

    void ended() {
        running = null;
    }

    @Override
    public OptionalLong node() {
        RunningEngine engine = running;
        return engine != null && engine.lease().isValid() ? OptionalLong.of(engine.node()) : OptionalLong.empty();
    }
}
