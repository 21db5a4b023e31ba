@NullMarked
package dev.kurir.workspace.web;

import org.jspecify.annotations.NullMarked;
