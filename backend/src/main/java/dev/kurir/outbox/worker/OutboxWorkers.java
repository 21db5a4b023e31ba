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
    private final EngineOwnership ownership;
    private volatile @Nullable RunningEngine running;
    private boolean started;

    OutboxWorkers(
            EngineDatabase database,
            EngineStart.EngineIngredients ingredients,
            KurirProperties properties,
            EngineOwnership ownership) {
        this.database = database;
        this.with = ingredients;
        this.properties = properties;
        this.ownership = ownership;
    }

    @Override
    public boolean isAutoStartup() {
        return properties.isWorker();
    }

    @Override
    public void start() {
        started = true;
        new EngineStart(database, with).begin(NodeFolder.open(properties.data()), this::began);
    }

    @Override
    public void stop() {
        started = false;
        ownership.ended();
        RunningEngine engine = running;
        if (engine != null) {
            engine.stop();
        }
    }

    private void began(RunningEngine engine) {
        running = engine;
        ownership.began(engine);
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
