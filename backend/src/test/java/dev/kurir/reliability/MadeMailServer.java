package dev.kurir.reliability;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mail server whose mails are made when they are asked for, so that a mailbox of any size costs nothing (RFC 9051, as
 * far as Kurir asks). Every user has an INBOX, and any password.
 */
final class MadeMailServer implements AutoCloseable {
    private static final Pattern LOGIN = Pattern.compile("LOGIN \"?([^\" ]+)\"? .*");
    private static final Pattern FETCH = Pattern.compile("UID FETCH (\\S+) \\(UID (.+)\\)");

    private final Map<String, MadeMailbox> boxes = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    MadeMailServer() throws IOException {
        server = new LoopbackServer(this::converse);
    }

    /** Speaks TLS from the first byte. */
    MadeMailServer(SSLSocketFactory tls) throws IOException {
        server = new LoopbackServer(socket -> converse(tls.createSocket(socket, InputStream.nullInputStream(), true)));
    }

    int port() {
        return server.port();
    }

    int connections() {
        return server.connections();
    }

    /** @param mails the content of the mail of a number, from 1 */
    MadeMailbox open(String user, int count, IntFunction<String> mails) {
        MadeMailbox box = new MadeMailbox(count, mails);
        boxes.put(user, box);
        return box;
    }

    @Override
    public void close() {
        server.close();
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = new BufferedWriter(
                new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1), 1 << 16);
        say(out, "* OK ready");
        MadeMailbox box = new MadeMailbox(0, number -> "");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String tag = line.substring(0, line.indexOf(' '));
            String command = line.substring(tag.length() + 1);
            Matcher login = LOGIN.matcher(command);
            if (login.matches()) {
                box = boxes.get(login.group(1));
            } else if (command.equals("IDLE")) {
                idle(box, lines, out);
            } else {
                answer(box, command, out);
            }
            say(out, tag + " OK done");
            if (command.equals("LOGOUT")) {
                return;
            }
        }
    }

    private static void idle(MadeMailbox box, BufferedReader lines, Writer out) throws IOException {
        say(out, "+ waiting");
        Runnable told = box.onArrival(count -> {
            try {
                say(out, "* " + count + " EXISTS");
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        try {
            lines.readLine();
        } finally {
            told.run();
        }
    }

    private static void answer(MadeMailbox box, String command, Writer out) throws IOException {
        int count = box.count();
        Matcher fetch = FETCH.matcher(command);
        if (command.equals("CAPABILITY")) {
            out.write("* CAPABILITY IMAP4rev1 IDLE\r\n");
        } else if (command.startsWith("LIST")) {
            out.write("* LIST (\\HasNoChildren) \"/\" \"INBOX\"\r\n");
        } else if (command.startsWith("EXAMINE")) {
            out.write("* " + count + " EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT " + (count + 1)
                    + "] next\r\n");
        } else if (command.startsWith("UID SEARCH SINCE")) {
            out.write("* SEARCH");
            for (int uid = 1; uid <= count; uid++) {
                out.write(" " + uid);
            }
            out.write("\r\n");
        } else if (fetch.matches()) {
            for (int uid : uids(fetch.group(1), count)) {
                fetch(box, uid, fetch.group(2), out);
            }
        }
    }

    private static void fetch(MadeMailbox box, int uid, String what, Writer out) throws IOException {
        String mail = box.mail(uid);
        if (what.contains("RFC822.SIZE")) {
            out.write("* %d FETCH (UID %d RFC822.SIZE %d INTERNALDATE \"%s\")\r\n"
                    .formatted(uid, uid, mail.length(), box.date(uid)));
            return;
        }
        boolean isHeader = what.contains("HEADER");
        MadeMailbox.Fault fault = isHeader ? null : box.faultOf(uid).orElse(null);
        if (fault != null) {
            fail(fault, uid, out);
            return;
        }
        String part = isHeader ? mail.substring(0, mail.indexOf("\r\n\r\n") + 4) : mail;
        out.write("* %d FETCH (UID %d BODY[%s] {%d}\r\n".formatted(uid, uid, isHeader ? "HEADER" : "", part.length()));
        out.write(part);
        out.write(")\r\n");
    }

    private static void fail(MadeMailbox.Fault fault, int uid, Writer out) throws IOException {
        switch (fault) {
            case WITHHELD -> {}
            case HANGS_UP -> throw new IOException("hangs up");
            case LIES -> say(out, "* %d FETCH (UID %d BODY[] {60000000}".formatted(uid, uid));
        }
    }

    /** {@code 3:*}, {@code 1,2,7}, {@code 4:9} */
    private static int[] uids(String set, int last) {
        return Stream.of(set.split(",", -1))
                .flatMapToInt(part -> {
                    String[] ends = part.split(":", -1);
                    String end = ends[ends.length - 1];
                    int to = end.equals("*") ? last : Math.min(last, Integer.parseInt(end));
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), to);
                })
                .filter(uid -> uid >= 1)
                .toArray();
    }

    private static void say(Writer out, String line) throws IOException {
        synchronized (out) {
            out.write(line + "\r\n");
            out.flush();
        }
    }
}
