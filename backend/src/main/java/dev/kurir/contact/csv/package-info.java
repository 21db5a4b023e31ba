/** CSV files as people have them: any encoding, any separator, any names of columns. */
@NullMarked
package dev.kurir.contact.csv;

import org.jspecify.annotations.NullMarked;
