package dev.kurir.inbox;

import dev.kurir.inbox.mime.Person;
import dev.kurir.workspace.Language;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail that is sent on, below the words of whoever does it.
 *
 * @param head a line that says so, then who, when, about what and to whom
 */
record Forwarding(EntryView.MailView mail, List<String> head) {

    static Forwarding of(EntryView entry, Language language) {
        EntryView.MailView mail = Objects.requireNonNull(entry.mail());
        String at = Quotation.date(entry.at(), language);
        return new Forwarding(
                mail,
                language == Language.INDONESIAN
                        ? head(mail, at, "Pesan yang diteruskan", "Dari", "Tanggal", "Subjek", "Kepada")
                        : head(mail, at, "Forwarded message", "From", "Date", "Subject", "To"));
    }

    private static List<String> head(
            EntryView.MailView mail, String at, String title, String from, String date, String subject, String to) {
        Stream<String> facts = Stream.of(
                "---------- " + title + " ----------",
                from + ": " + Quotation.who(mail.from()),
                date + ": " + at,
                subject + ": " + mail.subject(),
                to + ": " + everybody(mail.to()));
        return (mail.cc().isEmpty() ? facts : Stream.concat(facts, Stream.of("Cc: " + everybody(mail.cc())))).toList();
    }

    private static String everybody(List<Person> people) {
        return people.stream().map(Quotation::who).collect(Collectors.joining(", "));
    }

    String text(String own) {
        return own.stripTrailing() + "\n\n" + String.join("\n", head) + "\n\n" + Quotation.text(mail) + "\n";
    }

    /** @param original HTML of the mail as it came, cleaned; empty: its words stand below */
    String html(String own, String original) {
        String lines = head.stream().map(Quotation::escape).collect(Collectors.joining("<br>"));
        return own + "<br><br><div>" + lines + "</div><br>" + Quotation.body(mail, original);
    }
}
