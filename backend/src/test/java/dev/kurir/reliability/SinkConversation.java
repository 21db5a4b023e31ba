package dev.kurir.reliability;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** One client of the {@link MailSink}; pipelining is offered, so replies go out when there is nothing left to read. */
final class SinkConversation {
    private static final String ID = "x-kurir-id:";

    private final InputStream in;
    private final OutputStream out;
    private final MailSink.Taker taker;
    private String recipient = "";

    SinkConversation(InputStream in, OutputStream out, MailSink.Taker taker) {
        this.in = new BufferedInputStream(in, 1 << 15);
        this.out = new BufferedOutputStream(out, 1 << 12);
        this.taker = taker;
    }

    void run() throws IOException {
        say("220 sink ESMTP");
        for (String line = line(); !line.startsWith("QUIT"); line = line()) {
            answer(line);
        }
        say("221 2.0.0 Bye");
        out.flush();
    }

    private void answer(String line) throws IOException {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 AUTH PLAIN");
            case "AUTH" -> say("235 2.7.0 Ok");
            case "RCPT" -> {
                taker.hesitate();
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                say("250 2.1.5 Ok");
            }
            case "DATA" -> take();
            default -> say("250 2.0.0 Ok");
        }
    }

    private void take() throws IOException {
        say("354 Go on");
        MessageDigest digest = sha256();
        String id = "";
        for (String line = line(); !line.equals("."); line = line()) {
            if (id.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            }
            digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
            digest.update((byte) '\n');
        }
        taker.take(new MailSink.Arrival(id, recipient, HexFormat.of().formatHex(digest.digest())));
        say("250 2.0.0 Taken");
    }

    private void say(String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (in.available() == 0) {
            out.flush();
        }
    }

    private String line() throws IOException {
        if (in.available() == 0) {
            out.flush();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
