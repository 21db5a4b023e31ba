package dev.kurir.delivery.smtp;

import io.netty.handler.codec.DecoderException;

/** The server does not speak SMTP any more: nothing it says from here on can be trusted. */
final class BadReplyException extends DecoderException {
    private static final long serialVersionUID = 1L;

    BadReplyException(String message) {
        super(message);
    }
}
