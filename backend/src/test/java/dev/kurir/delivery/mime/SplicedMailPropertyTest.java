package dev.kurir.delivery.mime;

import static dev.kurir.delivery.mime.MimeFixtures.ASSEMBLY;
import static dev.kurir.delivery.mime.MimeFixtures.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.content.Format;
import dev.kurir.content.Template;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageDecorator.Decoration;
import dev.kurir.outbox.MessageInputs;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/** What is spliced reads as what simple-java-mail would have built from the same values. */
class SplicedMailPropertyTest {
    private static final int MAILS_PER_SEED = 40;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 77_003, -5})
    void readsAsIfBuiltWhole(long seed) throws Exception {
        RandomText random = new RandomText(new Random(seed));
        for (int i = 0; i < MAILS_PER_SEED; i++) {
            DraftContent draft = MimeFixtures.draft(
                    random.words() + "{{name}}" + random.words() + "{{data.x|-}}",
                    "<p title=\"{{data.x}}\">" + random.text() + "</p>{{data.x}}" + random.text()
                            + "{{name}}{{data.y}}",
                    random.text() + "{{data.x}}{{name}}" + random.text() + "\n{{data.y}}\n" + random.text());
            MessageInputs inputs = MimeFixtures.inputs(
                    random.line().strip(),
                    Map.of("name", random.line(), "data.x", random.line(), "data.y", random.text()));

            byte[] spliced = ASSEMBLY.compile(draft).splice(inputs, Decoration.NONE);

            assertSame(MimeFixtures.parse(spliced), whole(draft, inputs), draft, inputs);
            assertCleanLines(spliced);
            assertThat(sha256(ASSEMBLY.compile(draft).splice(inputs, Decoration.NONE)))
                    .isEqualTo(sha256(spliced));
        }
    }

    private static void assertSame(MimeMessage spliced, MimeMessage whole, DraftContent draft, MessageInputs inputs)
            throws Exception {
        String subject = render(draft.subject(), Format.LINE, inputs);
        assertThat(spliced.getSubject()).isEqualTo(subject);
        if (survivesSimpleJavaMail(subject)) {
            assertThat(squeeze(whole.getSubject())).isEqualTo(squeeze(subject));
        }
        for (String type : new String[] {"text/plain", "text/html"}) {
            assertThat(part(spliced, type)).isEqualTo(part(whole, type));
        }
        assertThat(((InternetAddress) spliced.getAllRecipients()[0]).getPersonal())
                .isEqualTo(inputs.toName().isEmpty() ? null : inputs.toName());
        assertThat(spliced.getFrom()).isEqualTo(whole.getFrom());
    }

    /** It folds runs of blanks away, takes what looks like an encoded word for one, and cuts very long words. */
    private static boolean survivesSimpleJavaMail(String subject) {
        return !subject.contains("=?") && subject.length() < 900;
    }

    private static MimeMessage whole(DraftContent draft, MessageInputs inputs) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        EmailConverter.emailToMimeMessage(EmailBuilder.startingBlank()
                        .from(draft.fromName(), draft.from().value())
                        .to(inputs.to().value())
                        .withSubject(render(draft.subject(), Format.LINE, inputs))
                        .withPlainText(render(readable(draft.text()), Format.TEXT, inputs))
                        .withHTMLText(render(readable(draft.html()), Format.HTML, inputs))
                        .withContentTransferEncoding(ContentTransferEncoding.QUOTED_PRINTABLE)
                        .buildEmail())
                .writeTo(octets);
        return MimeFixtures.parse(octets.toByteArray());
    }

    private static String render(String source, Format format, MessageInputs inputs) {
        Map<String, String> values = new HashMap<>(inputs.values());
        values.replaceAll((_, value) -> readable(value));
        return Template.parse(source, format).render(values);
    }

    /** Line ends become CRLF on the way. */
    private static String readable(String text) {
        return LINE_END.matcher(text).replaceAll("\r\n");
    }

    private static String squeeze(String text) {
        return text.replaceAll("[ \\t]+", " ").strip();
    }

    private static void assertCleanLines(byte[] octets) {
        String mail = new String(octets, StandardCharsets.ISO_8859_1);
        assertThat(mail).matches(text -> text.chars().allMatch(c -> c > 0 && c < 0x7F), "is 7-bit");
        assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(mail).endsWith("\r\n");
        String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        assertThat(body.split("\r\n")).allMatch(line -> line.length() <= 76, "at most 76 octets");
        assertThat(body.split("\r\n")).noneMatch(line -> line.startsWith(".") || line.startsWith("From "));
        assertThat(body.split("\r\n")).noneMatch(line -> line.endsWith(" ") || line.endsWith("\t"));
        assertThat(mail.substring(0, mail.length() - body.length()).split("\r\n"))
                .allMatch(line -> line.length() <= 998);
    }

    private static String sha256(byte[] octets) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    }
}
