/** What people read: logs and home figures. Reads the feed only. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace"})
@NullMarked
package dev.kurir.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
