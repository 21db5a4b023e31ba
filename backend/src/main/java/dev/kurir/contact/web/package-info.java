/** Contacts, lists, tags, fields and imports over HTTP. */
@NullMarked
package dev.kurir.contact.web;

import org.jspecify.annotations.NullMarked;
