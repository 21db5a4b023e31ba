/** Templates and variables: compiling, rendering, previews. */
@ApplicationModule(allowedDependencies = {"kernel", "platform", "platform :: *", "workspace"})
@NullMarked
package dev.kurir.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
