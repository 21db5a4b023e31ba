/** What tests share: a real database per test class, the whole program on a free port. */
@NullMarked
package dev.kurir.testing;

import org.jspecify.annotations.NullMarked;
