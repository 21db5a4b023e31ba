/** SMTP: MIME assembly, transport, replies turned into outcomes. */
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "platform :: *", "workspace", "outbox", "account", "content"})
@NullMarked
package dev.kurir.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
