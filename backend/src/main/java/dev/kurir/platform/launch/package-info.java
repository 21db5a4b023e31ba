/** What happens before Spring: reading the environment, starting the database, refusing in plain words. */
@NamedInterface("launch")
@NullMarked
package dev.kurir.platform.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
