/** IMAP over Angus Mail; blocking, so everything here runs on the virtual threads of {@code BlockingMailIo}. */
@NullMarked
package dev.kurir.inbox.imap;

import org.jspecify.annotations.NullMarked;
