/** The durable queue: messages, dispatch, workers, pacing, retries, progress. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace", "account", "suppression"})
@NullMarked
package dev.kurir.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
