package dev.kurir.inbox.persistence;

import dev.kurir.inbox.mime.DeliveryReport;
import dev.kurir.inbox.mime.FeedbackReport;
import dev.kurir.inbox.mime.MailPart;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a mail that are stored as JSON. */
final class ContentRow {
    private ContentRow() {}

    /** Who gets it and who wants the answer. */
    record People(List<Person> to, List<Person> cc, List<Person> replyTo) {
        static People of(ParsedMail mail) {
            return new People(mail.to(), mail.cc(), mail.replyTo());
        }
    }

    /** What a report says, of one recipient. */
    record Report(String address, String action, String status, String diagnostic) {
        static @Nullable Report of(ParsedMail mail) {
            DeliveryReport report = mail.report();
            DeliveryReport.Recipient one =
                    report == null ? null : report.gravest().orElse(null);
            if (one != null) {
                return new Report(one.address(), one.action().name(), one.status(), one.diagnostic());
            }
            FeedbackReport feedback = mail.feedback();
            return feedback == null ? null : new Report(feedback.recipient(), "COMPLAINT", "", feedback.type());
        }
    }

    /** A file. */
    record Part(
            String path,
            String fileName,
            String type,
            long octets,
            @Nullable String contentId,
            boolean inline) {
        static Part of(MailPart part) {
            return new Part(
                    part.path(), part.fileName(), part.type(), part.octets(), part.contentId(), part.isInline());
        }

        MailPart toPart() {
            return new MailPart(path, fileName, type, octets, contentId, inline);
        }
    }
}
