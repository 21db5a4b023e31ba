/** Places at which the program can be made to die, so that tests can show what is left of it. */
@NamedInterface("fault")
@NullMarked
package dev.kurir.platform.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
