package dev.kurir.inbox.mime;

import dev.kurir.inbox.mime.DeliveryReport.Action;
import dev.kurir.inbox.mime.DeliveryReport.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bounces of servers that do not keep to RFC 3464: qmail, Exim and cPanel, old Exchange. Only what comes from the
 * mail system itself is looked at, so that nobody who quotes a bounce becomes one.
 */
final class BounceText {
    private static final Pattern SYSTEM =
            Pattern.compile("mailer-daemon|postmaster|mail delivery (sub)?system|maildelivery");
    private static final Pattern DELAYED = Pattern.compile(
            "delayed|delivery is delayed|will (keep|continue) trying|no action is required|tertunda",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILED = Pattern.compile(
            "undeliver|returned to sender|delivery (status notification )?\\(?fail|failure notice|could not be delivered|"
                    + "wasn't able to deliver|permanent error|message discarded|max emails per hour|gagal (terkirim|dikirim)|tidak (dapat|bisa) (terkirim|dikirim)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("<?\\b([\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w.-]{1,253}\\.\\w{2,63})>?");
    private static final Pattern REPLY =
            Pattern.compile("(?<![\\d.])([45]\\d\\d[ -](?:[45]\\.\\d{1,3}\\.\\d{1,3} )?[^\\r\\n]{3,400})");
    private static final List<String> COPY_BELOW = List.of(
            "--- below this line is a copy of the message",
            "------ this is a copy of the message, including all the headers",
            "----- original message -----",
            "--- the header of the original message is following");
    private static final int MOST_RECIPIENT_TEXT = 64 << 10;

    private BounceText() {}

    static Optional<DeliveryReport> read(HeaderBlock headers, String text) {
        String words = headers.text("subject") + "\n" + text.substring(0, Math.min(text.length(), MOST_RECIPIENT_TEXT));
        boolean isDelayed = DELAYED.matcher(words).find();
        if (!isFromTheSystem(headers) || !(isDelayed || FAILED.matcher(words).find())) {
            return Optional.empty();
        }
        String above = above(words);
        String address = headers.first("x-failed-recipients")
                .orElseGet(() -> address(above))
                .split(",", -1)[0]
                .strip();
        Matcher reply = REPLY.matcher(above);
        String diagnostic = reply.find() ? reply.group(1).strip() : firstSentence(above);
        Action action = isDelayed && !FAILED.matcher(words).find() ? Action.DELAYED : Action.FAILED;
        return Optional.of(new DeliveryReport(List.of(
                new Recipient(address.toLowerCase(Locale.ROOT), action, StatusCode.in(diagnostic), diagnostic))));
    }

    /** The headers of the mail that came back, where they stand in the text. */
    static Optional<HeaderBlock> returned(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return COPY_BELOW.stream()
                .map(lower::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .map(at -> text.substring(Math.max(0, text.indexOf('\n', at))).stripLeading())
                .map(copy -> HeaderBlock.parse(copy.getBytes(StandardCharsets.UTF_8)));
    }

    /** Machines that answer want no answer either: an empty return path is theirs too. */
    private static boolean isFromTheSystem(HeaderBlock headers) {
        boolean hasNoSender =
                headers.first("return-path").map(String::strip).orElse("").equals("<>");
        boolean isReport = headers.word("content-type").equals("multipart/report");
        return (hasNoSender && (isReport || !MailClassifier.isOfAMachine(headers)))
                || headers.has("x-failed-recipients")
                || SYSTEM.matcher(headers.text("from").toLowerCase(Locale.ROOT)).find();
    }

    private static String above(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int end = COPY_BELOW.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, end);
    }

    private static String address(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.find() ? address.group(1) : "";
    }

    private static String firstSentence(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= 300 ? flat : flat.substring(0, 300);
    }
}
