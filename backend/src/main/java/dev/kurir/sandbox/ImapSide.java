package dev.kurir.sandbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/** The mailboxes of the world and the IMAP server that shows them, in memory. */
final class ImapSide implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final GreenMail server;
    private final Mailbox own;
    private final Mailbox everyone;

    private ImapSide(GreenMail server, Mailbox own, Mailbox everyone) {
        this.server = server;
        this.own = own;
        this.everyone = everyone;
    }

    /** On a free port of the loopback interface. */
    static ImapSide start(String password, Clock clock) {
        ServerSetup setup =
                new ServerSetup(0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(START.toMillis());
        GreenMail server = new GreenMail(setup);
        server.start();
        return new ImapSide(
                server,
                mailbox(server, MailWorld.OWN, password, clock),
                mailbox(server, MailWorld.EVERYONE, password, clock));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.getImap().getPort());
    }

    /** Where the mail to this address is kept. */
    Mailbox of(String address) {
        return address.equalsIgnoreCase(MailWorld.OWN) ? own : everyone;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mailbox mailbox(GreenMail server, String address, String password, Clock clock) {
        try {
            return new Mailbox(
                    server.getManagers().getImapHostManager().getInbox(server.setUser(address, address, password)),
                    clock);
        } catch (FolderException broken) {
            throw new IllegalStateException("No mailbox for " + address, broken);
        }
    }
}
