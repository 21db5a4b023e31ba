/** People, lists, tags, fields; import and export. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace", "suppression"})
@NullMarked
package dev.kurir.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
