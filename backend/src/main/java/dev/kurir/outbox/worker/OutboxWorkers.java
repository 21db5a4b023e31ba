package dev.kurir.outbox.worker;

import dev.kurir.platform.KurirProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts and stops the workers of this node. The web does not wait for them. */
@Component
class OutboxWorkers implements SmartLifecycle {
    private final EngineDatabase database;
    private final EngineStart.EngineIngredients with;
    private final KurirProperties properties;
    private volatile @Nullable RunningEngine running;
    private boolean started;

    OutboxWorkers(EngineDatabase database, EngineStart.EngineIngredients ingredients, KurirProperties properties) {
        this.database = database;
        this.with = ingredients;
        this.properties = properties;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public void start() {
        started = true;
        new EngineStart(database, with).begin(NodeFolder.open(properties.data()), engine -> running = engine);
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
