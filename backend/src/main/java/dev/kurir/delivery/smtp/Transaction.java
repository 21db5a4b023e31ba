package dev.kurir.delivery.smtp;

import dev.kurir.outbox.OutgoingMessage;

/** One message on its way through a connection. Lives on the event loop. */
final class Transaction {
    /** How far it has come. */
    enum Stage {
        /** Nothing of it was written. */
        OFFERED,
        /** MAIL, RCPT, DATA are out; not all are answered. */
        ENVELOPE,
        /** The server waits for content, and we for the intent. */
        AWAITING,
        /** The content is being written. */
        CONTENT,
        /** The last octet was handed to the system. */
        DOT,
        /** It was refused; what is left of its envelope is still being answered. */
        REFUSED
    }

    final OutgoingMessage message;
    Stage stage = Stage.OFFERED;

    /** The server has said something about it. */
    boolean judged;

    /** The outbox took it back after its envelope was written. */
    boolean withdrawn;

    Transaction(OutgoingMessage message) {
        this.message = message;
    }

    boolean isContentOut() {
        return stage == Stage.CONTENT || stage == Stage.DOT;
    }
}
