package dev.kurir.delivery.mime;

import dev.kurir.kernel.CampaignId;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageAssembly;
import dev.kurir.outbox.MessageInputs;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;

final class MimeFixtures {
    static final String PUBLIC_ID = "0190aaaa-bbbb-8ccc-8ddd-eeeeffff0000";
    static final MessageAssembly ASSEMBLY = new MimeAssembly(_ -> PUBLIC_ID);

    private MimeFixtures() {}

    static DraftContent draft(String subject, String html, String text) {
        return new DraftContent(
                DraftContent.Kind.CAMPAIGN, subject, "", html, text, "Kurir", new EmailAddress("post@kurir.test"));
    }

    static MessageInputs inputs(String toName, Map<String, String> values) {
        return new MessageInputs(
                new MessageId(7),
                new WorkspaceId(1),
                new CampaignId(3),
                new EmailAddress("ada@there.test"),
                toName,
                values,
                Instant.parse("2026-11-02T03:04:05Z"));
    }

    static MimeMessage parse(byte[] octets) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
    }

    /** The content of the part of this type, or nothing. */
    static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        if (mail.isMimeType(type)) {
            return (String) mail.getContent();
        }
        if (mail.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
            }
        }
        return "";
    }
}
