package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Mails that something went wrong with: seeds of every kind, cut, doubled, mixed and sprinkled with noise. Each is read
 * or refused, and soon. {@code -Dmalformed.mails=10000} is the long form, {@code -Dmalformed.seed=…} throws the same
 * dice.
 */
class MalformedMailTest {
    private static final int MAILS = Integer.getInteger("malformed.mails", 400);
    private static final long SEED = Long.getLong("malformed.seed", System.nanoTime());
    private static final long MOST_CPU = 5_000_000_000L;
    private static final List<String> NOISE = List.of(
            "\0",
            "\r",
            "\n",
            "\r\n",
            "--",
            "--b1",
            "--b1--",
            "=?",
            "?=",
            "=?utf-8?B?",
            "boundary=b1",
            ";",
            "\"",
            "<",
            ">",
            "(",
            ":",
            "Content-Type: multipart/mixed; boundary=b2\r\n",
            "Content-Type: message/rfc822\r\n\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "charset=utf-7",
            "charset=utf-16",
            "\u00ff\u00fe",
            "<b>",
            "<!--",
            "&#",
            "Content-Disposition: attachment; filename*0=a; filename*1=b\r\n",
            "Date: Thu, 99 Foo 99999\r\n");

    private final Random random = new Random(SEED);

    @Test
    void eachIsReadOrRefusedSoon() {
        List<byte[]> seeds = seeds();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int read = 0;
        for (int number = 0; number < MAILS; number++) {
            byte[] mail = spoiled(seeds);
            long before = threads.getCurrentThreadCpuTime();

            Reading reading = MailReader.read(mail);
            if (reading instanceof Reading.Read(ParsedMail parsed)) {
                HtmlCleaner.clean(parsed.html());
                QuotedText.split(parsed.text());
                MailClassifier.classify(parsed, true);
                assertThat(parsed.text() + parsed.subject() + parsed.from()).doesNotContain("\0");
                read++;
            }

            assertThat(threads.getCurrentThreadCpuTime() - before)
                    .as("CPU time of mail %d, seed %d", number, SEED)
                    .isLessThan(MOST_CPU);
        }
        assertThat(read).as("mails that were read, seed %d", SEED).isPositive();
    }

    private byte[] spoiled(List<byte[]> seeds) {
        byte[] mail = seeds.get(random.nextInt(seeds.size()));
        int faults = 1 + random.nextInt(8);
        for (int fault = 0; fault < faults; fault++) {
            mail = spoil(mail, seeds.get(random.nextInt(seeds.size())));
        }
        return mail;
    }

    private byte[] spoil(byte[] mail, byte[] other) {
        int at = random.nextInt(mail.length + 1);
        return switch (random.nextInt(6)) {
            case 0 -> joined(mail, 0, at, new byte[0], mail, mail.length, mail.length);
            case 1 -> joined(mail, 0, at, other, mail, at, mail.length);
            case 2 -> joined(mail, 0, at, mail, mail, at, mail.length);
            case 3 -> joined(mail, 0, at, noise(), mail, at, mail.length);
            case 4 -> flipped(mail);
            default -> joined(mail, 0, at, noise(), mail, Math.min(mail.length, at + random.nextInt(200)), mail.length);
        };
    }

    private byte[] noise() {
        return NOISE.get(random.nextInt(NOISE.size()))
                .repeat(1 + random.nextInt(30))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] flipped(byte[] mail) {
        byte[] flipped = mail.clone();
        IntStream.range(0, 1 + random.nextInt(40))
                .filter(_ -> flipped.length > 0)
                .forEach(_ -> flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8)));
        return flipped;
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] middle, byte[] last, int lastFrom, int lastTo) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.write(first, from, to - from);
        octets.writeBytes(middle);
        octets.write(last, lastFrom, lastTo - lastFrom);
        byte[] all = octets.toByteArray();
        // what grows with each fault would be large, not malformed
        return all.length <= 1 << 20 ? all : java.util.Arrays.copyOf(all, 1 << 20);
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(Mails.octets(Mails.dsn("failed", "5.1.1")));
        seeds.add(Mails.octets("From: a@example.com\nSubject: Hello\n\nA plain text.\n> quoted\n"));
        seeds.add(
                Mails.octets(
                        "From: =?utf-8?B?U2l0aQ==?= <a@example.com>\nSubject: =?iso-8859-1?Q?caf=E9?=\nContent-Type: text/html;"
                                + " charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p style=3D\"color:red\">caf=E9</p>\n"));
        seeds.add(
                Mails.octets(
                        "From: a@example.com\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type:"
                                + " multipart/alternative; boundary=b2\n\n--b2\n\ntext\n--b2\nContent-Type: text/html\n\n<div class=gmail_quote>html</div>\n--b2--\n"
                                + "--b1\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b1\nContent-Type:"
                                + " application/octet-stream; name=x.bin\nContent-Transfer-Encoding: base64\n\nAAECAwQFBgc=\n--b1--\n"));
        seeds.add(Mails.octets(
                "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nI wasn't able to deliver"
                        + " your message.\n<ann@example.com>:\n550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\nFrom:"
                        + " b@example.com\n"));
        seeds.add(Mails.octets(
                "From: fbl@example.com\nContent-Type: multipart/report; report-type=feedback-report; boundary=b1\n\n--b1\n"
                        + "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n\n--b1\nContent-Type: message/rfc822\n\nFrom:"
                        + " c@example.com\n\nbody\n--b1--\n"));
        return seeds;
    }
}
