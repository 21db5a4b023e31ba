package dev.kurir.delivery.mime;

import static dev.kurir.delivery.mime.MimeFixtures.ASSEMBLY;
import static dev.kurir.delivery.mime.MimeFixtures.PUBLIC_ID;
import static dev.kurir.delivery.mime.MimeFixtures.draft;
import static dev.kurir.delivery.mime.MimeFixtures.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageAssembly.Header;
import dev.kurir.outbox.MessageAssembly.Rendered;
import dev.kurir.outbox.MessageDecorator.Decoration;
import dev.kurir.outbox.MessageInputs;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeAssemblyTest {
    private static final MessageInputs ADA =
            MimeFixtures.inputs("Ada Lovelace", Map.of("name", "Ada", "data.city", "Zürich"));

    @Test
    void buildsTextAndHtmlForOneRecipient() throws Exception {
        MimeMessage mail =
                MimeFixtures.parse(splice(draft("Hi {{name}}", "<p>{{data.city}}</p>", "In {{data.city}}"), ADA));

        assertThat(mail.getSubject()).isEqualTo("Hi Ada");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, "text/plain")).isEqualTo("In Zürich");
        assertThat(part(mail, "text/html")).isEqualTo("<p>Zürich</p>");
        assertThat(mail.getFrom()[0]).hasToString("Kurir <post@kurir.test>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString("Ada Lovelace <ada@there.test>");
    }

    @Test
    void carriesOurIdsAndTheDateOfTheFirstIntent() throws Exception {
        MimeMessage mail = MimeFixtures.parse(splice(draft("s", "<p>x</p>", ""), ADA));

        assertThat(mail.getMessageID()).isEqualTo("<%s@kurir.test>", PUBLIC_ID.replace("-", ""));
        assertThat(mail.getHeader("X-Kurir-ID")).containsExactly(PUBLIC_ID);
        assertThat(mail.getHeader("Date")).containsExactly("Mon, 2 Nov 2026 03:04:05 +0000");
    }

    @Test
    void makesTheTextThatNobodyWrote() throws Exception {
        MimeMessage mail = MimeFixtures.parse(splice(draft("s", "<h1>Hi</h1><p>Dear {{name}}</p>", ""), ADA));

        assertThat(part(mail, "text/plain")).isEqualTo("Hi\r\n\r\nDear Ada");
    }

    @Test
    void mayBeTextAlone() throws Exception {
        MimeMessage mail = MimeFixtures.parse(splice(draft("s", "", "Dear {{name}}"), ADA));

        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent()).isEqualTo("Dear Ada\r\n");
    }

    @Test
    void mayBeHtmlAloneWhereNothingCanBeSaidInWords() throws Exception {
        MimeMessage mail = MimeFixtures.parse(splice(draft("s", "<img src='https://x.test/{{name}}.png'>", ""), ADA));

        assertThat(mail.getContentType()).startsWith("text/html");
    }

    @Test
    void hidesThePreheaderInThePage() throws Exception {
        DraftContent draft = new DraftContent(
                DraftContent.Kind.CAMPAIGN,
                "s",
                "For {{name}} & you",
                "<html><body bgcolor=\"x\"><p>x</p></body></html>",
                "",
                "",
                new EmailAddress("post@kurir.test"));
        MimeMessage mail = MimeFixtures.parse(splice(draft, ADA));

        assertThat(part(mail, "text/html"))
                .startsWith("<html><body bgcolor=\"x\"><div style=\"display:none")
                .contains(">For Ada &amp; you</div><p>x</p>");
        assertThat(part(mail, "text/plain")).isEqualTo("x");
        assertThat(mail.getFrom()[0]).hasToString("post@kurir.test");
    }

    @Test
    void isDecoratedWithValuesAndHeaders() throws Exception {
        String link = "https://kurir.test/u/" + "x".repeat(300);
        Decoration decoration = new Decoration(
                Map.of("unsubscribe_url", link), Map.of("List-Unsubscribe", "<" + link + ">, <mailto:u@kurir.test>"));
        MimeMessage mail = MimeFixtures.parse(ASSEMBLY.compile(draft("s", "<a href=\"{{unsubscribe_url}}\">x</a>", ""))
                .splice(ADA, decoration));

        assertThat(part(mail, "text/html")).isEqualTo("<a href=\"%s\">x</a>", link);
        assertThat(mail.getHeader("List-Unsubscribe", ",").replace("\r\n", ""))
                .isEqualTo("<%s>, <mailto:u@kurir.test>", link);
    }

    @Test
    void showsWhatItSends() throws Exception {
        DraftContent draft = draft("Hi {{name}}", "<p>{{data.city}}</p>", "");
        Rendered rendered = ASSEMBLY.compile(draft).render(ADA, Decoration.NONE);
        byte[] sent = splice(draft, ADA);

        assertThat(rendered.subject()).isEqualTo(MimeFixtures.parse(sent).getSubject());
        assertThat(rendered.html()).isEqualTo(part(MimeFixtures.parse(sent), "text/html"));
        assertThat(rendered.text()).isEqualTo(part(MimeFixtures.parse(sent), "text/plain"));
        assertThat(rendered.size()).isEqualTo(sent.length);
        assertThat(rendered.headers()).contains(new Header("To", "Ada Lovelace <ada@there.test>"));
    }

    @Test
    void theSameDraftCompiledAgainGivesTheSameOctets() {
        DraftContent draft = draft("Hi {{name}}", "<p>{{data.city}}</p>", "");

        assertThat(splice(draft, ADA)).isEqualTo(splice(draft, ADA));
    }

    @Test
    void theBoundaryCannotStandInAPart() {
        assertThat(new String(splice(draft("s", "<p>x</p>", "y"), ADA), StandardCharsets.US_ASCII))
                .containsPattern("boundary=\"=_kurir_[0-9a-f]{24}\"")
                .contains("\r\n--=_kurir_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: eve@there.test", "Ada\nx", "Ada\rx", "Ada\0"})
    void aLineBreakInAHeaderIsRefused(String hostile) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        splice(draft("Hi {{name}}", "<p>x</p>", ""), MimeFixtures.inputs("", Map.of("name", hostile))))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("control_character"));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> splice(draft("Hi", "<p>x</p>", ""), MimeFixtures.inputs(hostile, Map.of())));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> ASSEMBLY.compile(draft("Hi", "<p>x</p>", ""))
                        .splice(ADA, new Decoration(Map.of(), Map.of("List-Unsubscribe", hostile))));
    }

    @Test
    void aMalformedTemplateIsRefusedWithItsPlace() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> ASSEMBLY.compile(draft("Hi {{name", "<style>{{name}}</style>", "{{}}")))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(DomainException.FieldProblem::pointer, DomainException.FieldProblem::code)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("/subject", "unclosed_tag"),
                                org.assertj.core.groups.Tuple.tuple("/html", "forbidden_place"),
                                org.assertj.core.groups.Tuple.tuple("/text", "bad_tag")));
    }

    @Test
    void aDraftWithoutContentIsRefused() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> ASSEMBLY.compile(draft("s", " ", "\n")))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("content_missing"));
    }

    private static byte[] splice(DraftContent draft, MessageInputs inputs) {
        return ASSEMBLY.compile(draft).splice(inputs, Decoration.NONE);
    }
}
