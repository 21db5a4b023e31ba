/** Pages for the people we write to; no login. */
@NullMarked
package dev.kurir.tracking.web;

import org.jspecify.annotations.NullMarked;
