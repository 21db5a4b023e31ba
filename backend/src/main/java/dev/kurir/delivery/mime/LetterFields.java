package dev.kurir.delivery.mime;

import dev.kurir.outbox.LetterHead;
import dev.kurir.outbox.LetterHead.Recipient;
import dev.kurir.outbox.MessageAssembly.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of a letter: who else gets it, its thread (RFC 5322 §3.6.3 and §3.6.4), and whether a person wrote it. */
final class LetterFields {
    /** An id of somebody else that is longer, or no printable ASCII, is left out: the thread has others. */
    private static final int LONGEST_ID = 250;

    /** RFC 3834 §5. */
    private static final String AUTOMATIC = "auto-replied";
    /** What Exchange heeds. */
    private static final String ALL = "All";

    private LetterFields() {}

    static void write(LetterHead letter, Octets out) {
        if (!letter.cc().isEmpty()) {
            people("Cc", letter.cc(), out);
        }
        String answered = letter.inReplyTo();
        if (answered != null && isUsable(answered)) {
            HeaderField.ready("In-Reply-To", "<" + answered + ">", out);
        }
        String thread = thread(letter);
        if (!thread.isEmpty()) {
            HeaderField.ready("References", thread, out);
        }
        if (letter.automatic()) {
            HeaderField.ready("Auto-Submitted", AUTOMATIC, out);
            HeaderField.ready("X-Auto-Response-Suppress", ALL, out);
        }
    }

    static void people(String name, List<Recipient> people, Octets out) {
        for (int at = 0; at < people.size(); at++) {
            Recipient one = people.get(at);
            if (at == 0) {
                HeaderField.firstAddress(name, one.name(), one.address().value(), out);
            } else {
                HeaderField.nextAddress(one.name(), one.address().value(), out);
            }
        }
        out.crlf();
    }

    static String shown(List<Recipient> people) {
        return people.stream()
                .map(one -> Values.shown(one.name(), one.address()))
                .collect(Collectors.joining(", "));
    }

    static List<Header> shown(LetterHead letter) {
        List<Header> fields = new ArrayList<>();
        if (!letter.cc().isEmpty()) {
            fields.add(new Header("Cc", shown(letter.cc())));
        }
        if (letter.inReplyTo() != null) {
            fields.add(new Header("In-Reply-To", "<" + letter.inReplyTo() + ">"));
        }
        if (!letter.references().isEmpty()) {
            fields.add(new Header("References", thread(letter)));
        }
        if (letter.automatic()) {
            fields.add(new Header("Auto-Submitted", AUTOMATIC));
            fields.add(new Header("X-Auto-Response-Suppress", ALL));
        }
        return fields;
    }

    private static String thread(LetterHead letter) {
        return letter.references().stream()
                .filter(LetterFields::isUsable)
                .map(id -> "<" + id + ">")
                .collect(Collectors.joining(" "));
    }

    private static boolean isUsable(String id) {
        return id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '<' && c != '>');
    }
}
