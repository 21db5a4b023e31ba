package dev.kurir.outbox.worker;

import java.util.function.Consumer;

/**
 * The wish to hand a message over.
 *
 * @param asked monotonic nanoseconds when it was asked for
 * @param decided hears the gate's verdict on the engine's thread
 */
record Intent(Picked message, long fence, long asked, Consumer<Verdict> decided) {}
