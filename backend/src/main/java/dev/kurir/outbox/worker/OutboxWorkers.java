package dev.kurir.outbox.worker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts and stops the workers of this node. The web does not wait for them. */
@Component
@ConditionalOnProperty(name = "kurir.worker", havingValue = "true", matchIfMissing = true)
class OutboxWorkers implements SmartLifecycle {
    private final EngineDatabase database;
    private final EngineStart.EngineIngredients with;
    private final Path data;
    private volatile @Nullable RunningEngine running;
    private boolean started;

    OutboxWorkers(
            EngineDatabase database,
            EngineStart.EngineIngredients ingredients,
            @Value("${kurir.data:.kurir}") Path data) {
        this.database = database;
        this.with = ingredients;
        this.data = data;
    }

    @Override
    public void start() {
        started = true;
        new EngineStart(database, with).begin(NodeFolder.open(data), engine -> running = engine);
    }

    @Override
    public void stop() {
        started = false;
        RunningEngine engine = running;
        if (engine != null) {
            engine.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
