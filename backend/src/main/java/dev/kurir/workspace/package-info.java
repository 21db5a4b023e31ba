/** Tenants, users, roles, login, API keys, audit. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *"})
@NullMarked
package dev.kurir.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
