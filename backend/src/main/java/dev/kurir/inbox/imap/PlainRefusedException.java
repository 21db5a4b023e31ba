package dev.kurir.inbox.imap;

import java.io.IOException;

/** Nobody allowed an unencrypted connection to this host. */
final class PlainRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    PlainRefusedException() {
        super("Only the operator can allow a connection without encryption to this host.");
    }
}
