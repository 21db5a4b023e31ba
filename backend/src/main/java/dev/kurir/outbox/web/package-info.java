/** Outbox and workers over HTTP. */
@NullMarked
package dev.kurir.outbox.web;

import org.jspecify.annotations.NullMarked;
