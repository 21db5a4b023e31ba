package dev.kurir.outbox.worker;

import org.jspecify.annotations.Nullable;

/** What a worker must not forget of its account over a restart. */
record PaceMemory(
        @Nullable RampDay ramp,
        AccountPause.@Nullable Rest rest,
        @Nullable LearnedRate learned) {
    static final PaceMemory NONE = new PaceMemory(null, null, null);
}
