/** What every controller may need: request ids, conditional edits, idempotent requests, limits of bodies. */
@NamedInterface("web")
@NullMarked
package dev.kurir.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
