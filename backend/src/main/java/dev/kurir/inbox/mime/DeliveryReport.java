package dev.kurir.inbox.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server says of a mail that it had taken (RFC 3464). */
public record DeliveryReport(List<Recipient> recipients) {
    private static final int MOST = 100;

    /**
     * One recipient of the mail.
     *
     * @param status enhanced status code (RFC 3463), empty where it is missing
     * @param diagnostic the words of the server that refused
     */
    public record Recipient(String address, Action action, String status, String diagnostic) {}

    /** What happened there (RFC 3464 §2.3.3). */
    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED;

        private static Action of(String word) {
            for (Action action : values()) {
                if (action.name().equalsIgnoreCase(word.strip())) {
                    return action;
                }
            }
            return FAILED;
        }
    }

    public DeliveryReport {
        recipients = List.copyOf(recipients);
    }

    /** The gravest that is said of anybody. */
    public Action action() {
        return gravest().map(Recipient::action).orElse(Action.FAILED);
    }

    /** Of several recipients the one that the report is for. */
    public Optional<Recipient> gravest() {
        return recipients.stream().min(Comparator.comparing(Recipient::action));
    }

    /** From the part {@code message/delivery-status}: groups of fields, the first one about the whole mail. */
    static DeliveryReport parse(byte[] part) {
        List<Recipient> recipients = new ArrayList<>();
        for (String group : OctetText.of(part, null).replace("\r\n", "\n").split("\n[ \t]*\n", -1)) {
            HeaderBlock fields = HeaderBlock.parse((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8));
            boolean isRecipient = fields.has("final-recipient") || fields.has("original-recipient");
            if (isRecipient && recipients.size() < MOST) {
                recipients.add(recipient(fields));
            }
        }
        return new DeliveryReport(recipients);
    }

    private static Recipient recipient(HeaderBlock fields) {
        String address = behindType(fields.first("original-recipient")
                .or(() -> fields.first("final-recipient"))
                .orElse(""));
        return new Recipient(
                address.toLowerCase(Locale.ROOT),
                Action.of(fields.word("action")),
                StatusCode.in(fields.first("status").orElse("")),
                behindType(EncodedWords.decode(fields.first("diagnostic-code").orElse(""))));
    }

    /** {@code rfc822; ann@example.com} and {@code smtp; 550 5.1.1 …}. */
    private static String behindType(String value) {
        int semicolon = value.indexOf(';');
        return value.substring(semicolon + 1).strip();
    }
}
