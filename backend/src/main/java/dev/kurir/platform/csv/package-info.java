/** Writing CSV that a spreadsheet may open. */
@NamedInterface("csv")
@NullMarked
package dev.kurir.platform.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
