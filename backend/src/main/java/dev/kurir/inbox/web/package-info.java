/** Conversations over HTTP. */
@NullMarked
package dev.kurir.inbox.web;

import org.jspecify.annotations.NullMarked;
