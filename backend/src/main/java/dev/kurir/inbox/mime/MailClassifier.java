package dev.kurir.inbox.mime;

import dev.kurir.suppression.UnsubscribeMail;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of mail it is, by its headers and reports; never by what a person says in it. */
public final class MailClassifier {
    private static final Set<String> NO_PERSON = Set.of("auto_reply", "auto-reply", "autoreply");
    private static final List<String> RESPONDERS =
            List.of("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from", "x-mail-autoreply");
    private static final String AWAY_WORDS =
            "(auto(matic|matische|mated)?[ -]?(reply|response|antwort)|automatisk svar|out of (the )?office|"
                    + "autosvar|réponse automatique|respuesta automática|balasan otomatis|jawaban otomatis|di luar kantor|"
                    + "sedang cuti|away from (my )?(office|desk)|abwesenheit(snotiz)?)\\b";
    private static final Pattern AWAY =
            Pattern.compile("^\\s*" + AWAY_WORDS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AWAY_AGAIN =
            Pattern.compile("^\\s*(re:\\s*)?" + AWAY_WORDS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private MailClassifier() {}

    /** @param isAnswer it belongs to a mail of ours */
    public static MailKind classify(ParsedMail mail, boolean isAnswer) {
        FeedbackReport feedback = mail.feedback();
        if (feedback != null) {
            return feedback.isComplaint() ? MailKind.COMPLAINT : MailKind.OTHER;
        }
        DeliveryReport report = mail.report();
        if (report != null) {
            return switch (report.action()) {
                case FAILED -> MailKind.BOUNCE;
                case DELAYED -> MailKind.DELAYED;
                case DELIVERED, RELAYED, EXPANDED -> MailKind.OTHER;
            };
        }
        if (mail.subject().toLowerCase(Locale.ROOT).startsWith(UnsubscribeMail.SUBJECT)) {
            return MailKind.UNSUBSCRIBE;
        }
        if (saysSo(mail) || hasItsSubject(mail)) {
            return MailKind.AUTO_REPLY;
        }
        return isAnswer ? MailKind.REPLY : MailKind.OTHER;
    }

    /**
     * Nothing but its subject speaks for a machine. Whoever answers a mail of ours that is called so is none: that
     * needs to be known of what it answers.
     */
    public static boolean isAutomaticBySubjectAlone(ParsedMail mail) {
        return hasItsSubject(mail) && !saysSo(mail);
    }

    /** RFC 3834 §5, RFC 5230 §4.6, and what programs did before those. */
    private static boolean saysSo(ParsedMail mail) {
        HeaderBlock headers = mail.headers();
        return headers.word("auto-submitted").equals("auto-replied")
                || (isSubmittedByItself(headers)
                        && AWAY_AGAIN.matcher(mail.subject()).find())
                || isOfAResponder(headers);
    }

    /** It says that no person wrote it; it may be an answer or a report. */
    static boolean isOfAMachine(HeaderBlock headers) {
        return isSubmittedByItself(headers) || isOfAResponder(headers);
    }

    private static boolean isSubmittedByItself(HeaderBlock headers) {
        return headers.word("auto-submitted").startsWith("auto");
    }

    private static boolean isOfAResponder(HeaderBlock headers) {
        return NO_PERSON.contains(headers.word("precedence"))
                || RESPONDERS.stream().anyMatch(headers::has);
    }

    /** Machines begin with it; a prefix before it is from whoever answers what is called so. */
    private static boolean hasItsSubject(ParsedMail mail) {
        return AWAY.matcher(mail.subject()).find();
    }
}
