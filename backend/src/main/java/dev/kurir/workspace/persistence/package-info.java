@NullMarked
package dev.kurir.workspace.persistence;

import org.jspecify.annotations.NullMarked;
