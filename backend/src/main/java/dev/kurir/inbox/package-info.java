/** IMAP: so far, whether the settings of an account work. */
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
