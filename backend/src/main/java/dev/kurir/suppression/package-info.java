/** Addresses that must not be mailed, and why. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace"})
@NullMarked
package dev.kurir.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
