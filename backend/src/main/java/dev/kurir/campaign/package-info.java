/** Campaigns: audience snapshot, pre-flight, schedule, figures. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: *",
            "workspace",
            "outbox",
            "content",
            "contact",
            "account",
            "suppression"
        })
@NullMarked
package dev.kurir.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
