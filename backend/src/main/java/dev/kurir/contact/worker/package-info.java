/** Imports in the background. */
@NullMarked
package dev.kurir.contact.worker;

import org.jspecify.annotations.NullMarked;
