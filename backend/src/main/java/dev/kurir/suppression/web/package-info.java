/** Suppressed addresses over HTTP. */
@NullMarked
package dev.kurir.suppression.web;

import org.jspecify.annotations.NullMarked;
