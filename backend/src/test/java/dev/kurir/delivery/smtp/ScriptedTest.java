package dev.kurir.delivery.smtp;

import static dev.kurir.delivery.smtp.TransportFixture.message;

import dev.kurir.outbox.MailConnection;
import dev.kurir.outbox.OutgoingMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A transport against a server that plays a script. */
abstract class ScriptedTest {
    static final OutgoingMessage FIRST = message(1);
    static final OutgoingMessage SECOND = message(2);

    final Events events = new Events();
    private TransportFixture fixture = new TransportFixture(TransportFixture.PATIENT);
    private @Nullable ScriptedServer server;

    /** Connects to a server that plays this. */
    final MailConnection connect(ScriptedServer.Script script) throws IOException {
        server = new ScriptedServer(script);
        return fixture.open(server, events);
    }

    /** Connects, and waits until the login is through. */
    final MailConnection connectReady(ScriptedServer.Script script) throws Exception {
        MailConnection connection = connect(script);
        events.next(Events.Ready.class);
        return connection;
    }

    final void sendFirst(MailConnection connection) throws Exception {
        connection.offer(FIRST);
        events.awaits(FIRST);
        connection.grant(FIRST);
    }

    final void patience(SmtpTimeouts timeouts) {
        fixture.close();
        fixture = new TransportFixture(timeouts);
    }

    final String heard() {
        return server == null ? "" : server.heard();
    }

    final TransportFixture fixture() {
        return fixture;
    }

    @AfterEach
    final void nothingStaysOpen() throws IOException {
        if (server != null) {
            server.close();
        }
        fixture.close();
    }
}
