/** Refusals and failures as problem documents (RFC 9457). */
@NamedInterface("problem")
@NullMarked
package dev.kurir.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
