/** One-click unsubscribe and the preference page; opens and clicks. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "platform :: *", "workspace", "outbox", "suppression", "contact"})
@NullMarked
package dev.kurir.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
