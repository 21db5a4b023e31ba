/** What is done again and again. */
@NamedInterface("worker")
@NullMarked
package dev.kurir.platform.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
