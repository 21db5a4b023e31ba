package dev.kurir.inbox.imap;

import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import dev.kurir.account.ReadingAccount;
import dev.kurir.account.Secret;
import dev.kurir.inbox.MailServers;
import dev.kurir.inbox.MailSession;
import java.io.IOException;
import java.net.Socket;

/** Connects to IMAP servers: only where the guard allows it, and encrypted where the account says so. */
final class ImapServers implements MailServers {
    private final GuardedSockets sockets;
    private final IdleAlarm alarm = new IdleAlarm();

    ImapServers(GuardedSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public MailSession connect(ReadingAccount account) throws IOException {
        Endpoint endpoint = account.imap();
        Socket plain = sockets.connect(endpoint, sockets.resolve(endpoint));
        try {
            return logIn(account, talk(endpoint, plain));
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    private ImapSession logIn(ReadingAccount account, ImapWire wire) throws IOException {
        Secret password = account.password();
        wire.login(account.username(), password == null ? "" : password.value());
        return new ImapSession(wire, alarm, account.sentFolder());
    }

    private ImapWire talk(Endpoint endpoint, Socket plain) throws IOException {
        if (endpoint.security() == ConnectionSecurity.TLS) {
            ImapWire wire = new ImapWire(sockets.secure(plain, endpoint));
            wire.greeting();
            return wire;
        }
        ImapWire wire = new ImapWire(plain);
        wire.greeting();
        if (endpoint.security() == ConnectionSecurity.STARTTLS) {
            wire.command("STARTTLS");
            // What was slipped in behind the answer stays in the old conversation, which nobody reads any more.
            return new ImapWire(sockets.secure(plain, endpoint));
        }
        return wire;
    }
}
