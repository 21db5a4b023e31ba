/** Content becomes mail: compiled once, spliced per recipient. */
@NullMarked
package dev.kurir.delivery.mime;

import org.jspecify.annotations.NullMarked;
