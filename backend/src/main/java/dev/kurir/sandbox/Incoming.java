package dev.kurir.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail on its way in: its recipients are judged one by one, its content as a whole. */
final class Incoming implements MessageHandler {
    static final int MOST_OCTETS = 10 << 20;

    private final MessageContext context;
    private final Deliveries deliveries;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Incoming(MessageContext context, Deliveries deliveries) {
        this.context = context;
        this.deliveries = deliveries;
    }

    @Override
    public void from(String address) {
        sender = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
        deliveries.admit(address);
        recipients.add(address);
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
        byte[] octets = content.readNBytes(MOST_OCTETS + 1);
        if (octets.length > MOST_OCTETS) {
            throw new RejectException(552, "5.3.4 The message is too big");
        }
        if (recipients.stream().anyMatch(address -> Behaviour.of(address) == Behaviour.DROP)) {
            return hangUp();
        }
        for (String address : recipients) {
            deliveries.deliver(sender, address, octets);
        }
        return "2.0.0 Taken; it stays on this machine";
    }

    @Override
    public void done() {
        // Nothing is held.
    }

    /** Without a word: what the session still says finds nobody. */
    private String hangUp() throws IOException {
        if (context instanceof Session session) {
            session.getSocket().close();
        }
        return "";
    }
}
