/** SMTP on Netty: kept-open connections, pipelining, every reply told the moment it is read. */
@NullMarked
package dev.kurir.delivery.smtp;

import org.jspecify.annotations.NullMarked;
