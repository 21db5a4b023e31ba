/** What comes in: IMAP, conversations, bounces and complaints, and the answers that people write. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "platform :: *",
            "workspace",
            "outbox",
            "account",
            "suppression",
            "contact",
            "content"
        })
@NullMarked
package dev.kurir.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
