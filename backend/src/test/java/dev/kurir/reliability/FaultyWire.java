package dev.kurir.reliability;

import dev.kurir.reliability.SmtpFault.Act;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The connection of a {@link FaultyMailServer}: whole lines in, and out whatever is wanted. */
final class FaultyWire {
    private static final int FLOOD = 10_000_000;

    private final Socket plain;
    private final SSLSocketFactory tls;
    private InputStream in;
    private OutputStream out;

    FaultyWire(Socket socket, SSLSocketFactory tls) throws IOException {
        this.plain = socket;
        this.tls = tls;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** The next line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    void secure() throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(plain, null, false);
        secure.setUseClientMode(false);
        in = new BufferedInputStream(secure.getInputStream());
        out = secure.getOutputStream();
    }

    void say(String line) throws IOException {
        write(line + "\r\n");
    }

    void act(Act act) throws IOException {
        switch (act.verb()) {
            case SAY -> say(act.words());
            case MUTTER -> write(act.words());
            case DRIP -> drip(act.words() + "\r\n");
            case FLOOD -> write(act.words() + "x".repeat(FLOOD) + "\r\n");
            case CHATTER -> write((act.words() + "-more\r\n").repeat(100_000) + act.words() + " enough\r\n");
            case GARBAGE -> write("\u00ff\u00fe\u0000\u0080\u00e2\u0082\r\n\u0007\u00ff\r\n");
            case CLOSE -> close();
            case RESET -> reset();
            case STALL -> drain();
        }
    }

    /** The other side reads everything that was said before it hears of the end. */
    private void close() throws IOException {
        plain.shutdownOutput();
        drain();
    }

    private void reset() throws IOException {
        plain.setSoLinger(true, 0);
        plain.close();
        throw new EOFException();
    }

    private void drain() throws IOException {
        InputStream raw = plain.getInputStream();
        while (raw.read() >= 0) {
            // whatever it still says
        }
        throw new EOFException();
    }

    private void drip(String octets) throws IOException {
        for (int at = 0; at < octets.length(); at++) {
            write(octets.substring(at, at + 1));
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void write(String octets) throws IOException {
        out.write(octets.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
