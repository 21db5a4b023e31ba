package dev.kurir.inbox.web;

import dev.kurir.inbox.EntryView.MailView;
import dev.kurir.inbox.EntryView.ReportView;
import dev.kurir.inbox.mime.MailPart;
import dev.kurir.kernel.MailId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record MailBody(
        MailId id,
        String kind,
        PersonOut from,
        List<PersonOut> to,
        List<PersonOut> cc,
        List<PersonOut> replyTo,
        String subject,
        String text,
        String quoted,
        String html,
        int remoteImages,
        List<PartBody> parts,
        @Nullable ReportBody report,
        @Nullable MatchBody match,
        boolean newSubject) {

    /** A file of it. */
    record PartBody(
            String path,
            String fileName,
            String type,
            long octets,
            @Nullable String contentId,
            boolean inline) {
        private static PartBody of(MailPart part) {
            return new PartBody(
                    part.path(), part.fileName(), part.type(), part.octets(), part.contentId(), part.isInline());
        }
    }

    /** What it says of a mail of ours. */
    record ReportBody(String address, String action, String status, String diagnostic) {
        private static @Nullable ReportBody of(@Nullable ReportView report) {
            return report == null
                    ? null
                    : new ReportBody(
                            report.address(),
                            report.action().toLowerCase(Locale.ROOT),
                            report.status(),
                            report.diagnostic());
        }
    }

    /** Why it is in this conversation. */
    record MatchBody(String how, int confidence) {
        private static @Nullable MatchBody of(Map<String, Object> data) {
            return data.get("how") instanceof String how && data.get("confidence") instanceof Number confidence
                    ? new MatchBody(how, confidence.intValue())
                    : null;
        }
    }

    static MailBody of(MailView mail, Map<String, Object> data) {
        return new MailBody(
                mail.id(),
                mail.kind().word(),
                PersonOut.of(mail.from()),
                PersonOut.of(mail.to()),
                PersonOut.of(mail.cc()),
                PersonOut.of(mail.replyTo()),
                mail.subject(),
                mail.text(),
                mail.quoted(),
                mail.html(),
                mail.remoteImages(),
                mail.parts().stream().map(PartBody::of).toList(),
                ReportBody.of(mail.report()),
                MatchBody.of(data),
                Boolean.TRUE.equals(data.get("newSubject")));
    }
}
