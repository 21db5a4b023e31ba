/** What the start does in the background. */
@NullMarked
package dev.kurir.platform.launch.worker;

import org.jspecify.annotations.NullMarked;
