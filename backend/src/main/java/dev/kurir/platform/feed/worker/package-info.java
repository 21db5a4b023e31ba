@NullMarked
package dev.kurir.platform.feed.worker;

import org.jspecify.annotations.NullMarked;
