/** Contacts, lists, tags and imports in PostgreSQL. */
@NullMarked
package dev.kurir.contact.persistence;

import org.jspecify.annotations.NullMarked;
