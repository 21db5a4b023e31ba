@NullMarked
package dev.kurir.workspace.worker;

import org.jspecify.annotations.NullMarked;
