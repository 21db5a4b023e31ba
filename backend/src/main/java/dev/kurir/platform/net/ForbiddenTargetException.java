package dev.kurir.platform.net;

import java.io.IOException;

/** This program must not connect there. */
public final class ForbiddenTargetException extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenTargetException(String message) {
        super(message);
    }
}
