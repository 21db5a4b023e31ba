/** What happens before Spring: reading the environment, starting the database, refusing in plain words. */
@NullMarked
package dev.kurir.platform.launch;

import org.jspecify.annotations.NullMarked;
