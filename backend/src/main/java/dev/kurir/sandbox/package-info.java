/** The built-in mail world of the embedded default; nothing leaves the machine. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace"})
@NullMarked
package dev.kurir.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
