/** What a person does, over HTTP only, against real servers. */
@NullMarked
package dev.kurir.acceptance;

import org.jspecify.annotations.NullMarked;
