package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that are made to take a reader's time and memory: each is read or refused, and soon. */
class HostileMailTest {
    private static final long MOST_CPU = 5_000_000_000L;
    private static final long MOST_MEMORY = 64L << 20;

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("20,000 empty parts", () -> parts(20_000)),
                bomb("200,000 empty parts", () -> parts(200_000)),
                bomb("3,000 multiparts inside of each other", () -> nested(3_000)),
                bomb("25 multiparts inside of each other", () -> nested(25)),
                bomb("50,000 encoded words", () -> "Subject: " + "=?utf-8?Q?a?= ".repeat(50_000) + "\n\nx"),
                bomb("5,000 mails inside of each other", () -> "Content-Type: message/rfc822\n\n".repeat(5_000)),
                bomb("a header of a megabyte", () -> "X-Long: " + "a".repeat(1 << 20) + "\n\nx"),
                bomb("10,000 headers", () -> "X: y\n".repeat(10_000) + "\nx"),
                bomb("100,000 recipients", () -> "To: " + "a@example.com, ".repeat(100_000) + "\n\nx"),
                bomb("a megabyte of open brackets", () -> html("<b>".repeat(350_000))),
                bomb("divs inside of divs", () -> html("<div>".repeat(200_000))),
                bomb("an attribute of a megabyte", () -> html("<p title=\"" + "a".repeat(1 << 20) + "\">x")),
                bomb("only quotes", () -> "From: " + "\"".repeat(60_000) + "\n\nx"),
                bomb("only parentheses", () -> "From: " + "(".repeat(60_000) + "\n\nx"),
                bomb("base64 that is none", () -> "Content-Transfer-Encoding: base64\n\n" + "?".repeat(1 << 20)),
                bomb(
                        "many lines in a part that end with CR",
                        () -> parts(1).replace("--b\n", "--b\n" + "X: y\r".repeat(500_000))),
                bomb("no header at all", () -> "\n\n\n"),
                bomb("nothing", () -> ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void itIsReadOrRefusedSoon(String name, Supplier<String> mail) {
        byte[] octets = mail.get().getBytes(StandardCharsets.UTF_8);
        long before = cpu();

        Reading reading = MailReader.read(octets);
        if (reading instanceof Reading.Read(ParsedMail read)) {
            HtmlCleaner.clean(read.html());
            QuotedText.split(read.text());
            MailClassifier.classify(read, true);
        }

        assertThat(cpu() - before).as("CPU time of <%s>", name).isLessThan(MOST_CPU);
    }

    static Stream<Arguments> manyParts() {
        return Stream.of(
                bomb("a plain boundary", () -> parts("boundary=b", "--b")),
                bomb("a blank before the sign", () -> parts("boundary =\"b\"", "--b")),
                bomb("a boundary in pieces", () -> parts("boundary*0=b; boundary*1=c", "--bc")),
                bomb("a boundary with a charset", () -> parts("boundary*=utf-8''b", "--b")),
                bomb("a comment before the sign", () -> parts("boundary(b)=b", "--b")),
                bomb("a folded parameter", () -> parts("boundary\n =b", "--b")),
                bomb("no boundary at all, so that it is guessed", () -> parts("charset=utf-8", "--b")),
                bomb(
                        "a boundary of 300 characters",
                        () -> parts("boundary=" + "b".repeat(300), "--" + "b".repeat(300))),
                bomb("a header line of 5,000", () -> parts("x=" + "a".repeat(5_000) + "; boundary=b", "--b")),
                bomb("boundary lines of 500", () -> parts("boundary=b", "--b" + " ".repeat(500))),
                bomb("parts within parts", HostileMailTest::partsWithinParts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manyParts")
    void aMailOfMorePartsThanPeopleSendIsRefusedBeforeTheyAreBuilt(String name, Supplier<String> mail) {
        assertRefusedCheaply(name, mail.get(), Unreadable.TOO_MANY_PARTS);
    }

    static Stream<Arguments> manyHeaders() {
        return Stream.of(
                bomb("many lines in one part", () -> "X: y\n".repeat(500_000)),
                bomb("one long line in a part", () -> "X: " + "y".repeat(2 << 20) + "\n"),
                bomb("some lines in many parts", () -> ("X: y\n".repeat(900) + "\n--b\n").repeat(400)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manyHeaders")
    void aMailWithMoreHeadersInItsPartsThanPeopleSendIsRefusedBeforeTheyAreBuilt(String name, Supplier<String> part) {
        String mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + part.get() + "\nx\n--b--\n";
        assertRefusedCheaply(name, mail, Unreadable.HEADER_TOO_LARGE);
    }

    private static void assertRefusedCheaply(String name, String mail, Unreadable reason) {
        byte[] octets = mail.getBytes(StandardCharsets.UTF_8);
        long before = allocated();

        Reading reading = MailReader.read(octets);

        assertThat(allocated() - before).as("octets for <%s>", name).isLessThan(MOST_MEMORY);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void aMailFullOfLinesThatLookLikeBoundariesIsRead() {
        String lines = "-- \nShop\n-----\n--b\n".repeat(20_000);

        assertThat(MailReader.read(("\n" + lines).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Read.class);
        assertThat(MailReader.read(("Content-Type: multipart/mixed; boundary=c\n\n--c\n\n" + lines + "--c--\n")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Read.class);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Arguments bomb(String name, Supplier<String> mail) {
        return Arguments.of(name, mail);
    }

    private static String parts(int many) {
        return "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(many) + "--b--\n";
    }

    /** As many as go into two megabytes. */
    private static String parts(String parameter, String boundary) {
        String part = boundary + "\n\n";
        return "Content-Type: multipart/mixed; " + parameter + "\n\n" + part.repeat((2 << 20) / part.length());
    }

    private static String partsWithinParts() {
        String inner = "--a\nContent-Type: multipart/mixed; boundary =b\n\n" + "--b\n\n".repeat(300) + "--b--\n";
        return "Content-Type: multipart/mixed; boundary =a\n\n" + inner.repeat(400) + "--a--\n";
    }

    private static String nested(int deep) {
        StringBuilder mail = new StringBuilder();
        for (int at = 0; at < deep; at++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(at)
                    .append("\n\n--b")
                    .append(at)
                    .append('\n');
        }
        return mail.append("\nx\n").toString();
    }

    private static String html(String body) {
        return "Content-Type: text/html\n\n" + body;
    }
}
