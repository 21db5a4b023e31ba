/** What a mail says: parts, texts, reports, and what kind of mail it is. Plain functions over octets; CPU only. */
@NullMarked
package dev.kurir.inbox.mime;

import org.jspecify.annotations.NullMarked;
