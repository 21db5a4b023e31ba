@NullMarked
package dev.kurir.activity.persistence;

import org.jspecify.annotations.NullMarked;
