package dev.kurir.outbox;

import dev.kurir.account.SendingAccount;

/** Opens connections to submission servers. Owned by the outbox, implemented by delivery. */
public interface MailTransport {
    /**
     * Starts to connect, secure and log in; returns at once. The listener hears of everything, in order, on the
     * connection's own thread, and always ends with {@link MailConnection.Listener#closed}.
     */
    MailConnection open(SendingAccount account, MailConnection.Listener listener);
}
