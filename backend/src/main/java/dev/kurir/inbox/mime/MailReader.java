package dev.kurir.inbox.mime;

import dev.kurir.content.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads raw mails. Whatever comes in, it answers within bounds of time and memory, and never throws. */
public final class MailReader {
    private static final String BEYOND = "The mail is beyond what is read.";
    private static final int MOST_TEXT = 2 << 20;
    private static final int MOST_HTML = 1 << 20;
    private static final int MOST_REPORT = 256 << 10;

    private MailReader() {}

    public static Reading read(byte[] octets) {
        Optional<Unreadable> breach = new RawLimits(octets).breach();
        if (breach.isPresent()) {
            return new Reading.Refused(breach.get(), BEYOND);
        }
        try {
            MimeTree tree = MimeTree.of(octets);
            return tree.breach()
                    .<Reading>map(reason -> new Reading.Refused(reason, BEYOND))
                    .orElseGet(() -> new Reading.Read(mail(HeaderBlock.parse(octets), tree.leaves())));
        } catch (MessagingException | RuntimeException | StackOverflowError broken) {
            return new Reading.Refused(
                    Unreadable.BROKEN, broken.getClass().getSimpleName() + ": " + broken.getMessage());
        }
    }

    /** Where the header block ends, its empty line included. */
    public static int bodyStart(byte[] octets) {
        return Lines.bodyStart(octets);
    }

    /** A file of the mail, decoded; empty where there is none at this path. */
    public static Optional<byte[]> file(byte[] octets, String path) {
        try {
            return MimeTree.of(octets).leaves().stream()
                    .filter(leaf -> leaf.path().equals(path))
                    .map(leaf -> leaf.octets(RawLimits.MOST_OCTETS))
                    .findFirst();
        } catch (MessagingException | RuntimeException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    private static ParsedMail mail(HeaderBlock headers, List<Leaf> leaves) {
        String html = text(leaves, "text/html", MOST_HTML);
        String text = text(leaves, "text/plain", MOST_TEXT);
        return new ParsedMail(
                headers,
                MessageIds.of(headers, "message-id").stream().findFirst().orElse(null),
                MessageIds.of(headers, "in-reply-to"),
                MessageIds.of(headers, "references"),
                People.first(headers, "from"),
                People.of(headers, "to"),
                People.of(headers, "cc"),
                People.of(headers, "reply-to"),
                headers.text("subject"),
                date(headers),
                text.isBlank() && !html.isBlank() ? PlainText.fromHtml(html) : text,
                html,
                files(leaves),
                report(leaves, headers),
                feedback(leaves, headers),
                returned(leaves));
    }

    /** All texts of one kind after another; of alternatives there is only one of each. */
    private static String text(List<Leaf> leaves, String type, int most) {
        StringBuilder text = new StringBuilder();
        leaves.stream()
                .filter(leaf -> leaf.isText() && leaf.type().equals(type))
                .takeWhile(_ -> text.length() < most)
                .forEach(leaf -> text.append(text.isEmpty() ? "" : "\n").append(leaf.text(most - text.length())));
        return text.toString();
    }

    private static List<MailPart> files(List<Leaf> leaves) {
        List<MailPart> files = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (!leaf.isText() && !isReport(leaf)) {
                files.add(file(leaf));
            }
        }
        return files;
    }

    private static MailPart file(Leaf leaf) {
        String name = leaf.fileName();
        boolean isInline = leaf.contentId() != null && !leaf.disposition().equals("attachment");
        return new MailPart(
                leaf.path(),
                name.isEmpty() ? nameless(leaf.type()) : name,
                leaf.type(),
                leaf.octets(RawLimits.MOST_OCTETS).length,
                leaf.contentId(),
                isInline && leaf.type().startsWith("image/"));
    }

    private static String nameless(String type) {
        return switch (type) {
            case "message/rfc822" -> "mail.eml";
            case "text/calendar" -> "invite.ics";
            case "text/html" -> "page.html";
            case "text/plain" -> "text.txt";
            default -> "file";
        };
    }

    private static boolean isReport(Leaf leaf) {
        return leaf.type().equals("message/delivery-status")
                || leaf.type().equals("message/feedback-report")
                || leaf.type().equals("text/rfc822-headers");
    }

    private static @Nullable DeliveryReport report(List<Leaf> leaves, HeaderBlock headers) {
        return first(leaves, leaf -> leaf.type().equals("message/delivery-status"))
                .map(leaf -> DeliveryReport.parse(leaf.octets(MOST_REPORT)))
                .or(() -> BounceText.read(headers, text(leaves, "text/plain", MOST_REPORT)))
                .orElse(null);
    }

    private static @Nullable FeedbackReport feedback(List<Leaf> leaves, HeaderBlock headers) {
        boolean isReport =
                headers.text("content-type").toLowerCase(java.util.Locale.ROOT).contains("feedback-report");
        return first(leaves, leaf -> leaf.type().equals("message/feedback-report"))
                .filter(_ -> isReport)
                .map(leaf -> FeedbackReport.parse(leaf.octets(MOST_REPORT)))
                .orElse(null);
    }

    /** The headers of a mail that came back: as a part of its own, or below the words of an old server. */
    private static @Nullable HeaderBlock returned(List<Leaf> leaves) {
        Stream<HeaderBlock> parts = leaves.stream()
                .filter(leaf ->
                        leaf.type().equals("message/rfc822") || leaf.type().equals("text/rfc822-headers"))
                .map(leaf -> HeaderBlock.parse(leaf.octets(MOST_REPORT)));
        return Stream.concat(parts, BounceText.returned(text(leaves, "text/plain", MOST_REPORT)).stream())
                .filter(block -> block.has("message-id") || block.has("x-kurir-id"))
                .findFirst()
                .orElse(null);
    }

    private static Optional<Leaf> first(List<Leaf> leaves, Predicate<Leaf> wanted) {
        return leaves.stream().filter(wanted).findFirst();
    }

    private static @Nullable Instant date(HeaderBlock headers) {
        try {
            return headers.first("date").map(MailReader::instant).orElse(null);
        } catch (RuntimeException nonsense) {
            return null;
        }
    }

    @SuppressWarnings("JavaUtilDate") // what the library speaks
    private static @Nullable Instant instant(String value) {
        try {
            return new MailDateFormat().parse(value).toInstant();
        } catch (java.text.ParseException nonsense) {
            return null;
        }
    }
}
