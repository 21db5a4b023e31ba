/** Mail accounts we send from and read: settings, limits, the wanted state of the worker, their log. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace"})
@NullMarked
package dev.kurir.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
