package dev.kurir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail that says the same twice: its parts and what they hold, decoded, with their line ends. */
record Alternatives(List<String> types, String text, String html) {
    static Alternatives of(String octets) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(octets.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        List<String> types = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        for (int at = 0; at < parts.getCount(); at++) {
            types.add(parts.getBodyPart(at).getContentType());
            contents.add(new String(parts.getBodyPart(at).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Alternatives(types, contents.getFirst(), contents.getLast());
    }
}
