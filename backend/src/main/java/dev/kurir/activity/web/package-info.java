@NullMarked
package dev.kurir.activity.web;

import org.jspecify.annotations.NullMarked;
