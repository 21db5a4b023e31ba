package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that are made to take a reader's time and memory: each is read or refused, and soon. */
class HostileMailTest {
    private static final long MOST_CPU = 5_000_000_000L;

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

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Arguments bomb(String name, Supplier<String> mail) {
        return Arguments.of(name, mail);
    }

    private static String parts(int many) {
        return "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n".repeat(many) + "--b--\n";
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
