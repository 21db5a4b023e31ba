package dev.kurir.inbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.InputStream;

/** Parts as the mail library finds them, each paid for before it is built. */
final class BoundedMultipart extends MimeMultipart {
    private final PartBudget budget;

    BoundedMultipart(MimePart part, PartBudget budget) throws MessagingException {
        super(new MimePartDataSource(part));
        this.budget = budget;
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
        budget.part();
        return super.createMimeBodyPart(part instanceof GuardedOctets octets ? octets.counting(budget) : part);
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
        budget.part();
        return super.createMimeBodyPart(headers, content);
    }
}
