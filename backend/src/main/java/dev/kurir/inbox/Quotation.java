package dev.kurir.inbox;

import dev.kurir.inbox.mime.Person;
import dev.kurir.workspace.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The mail that is answered, below the answer. */
final class Quotation {
    private static final int MOST_TEXT = 100_000;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'");

    private Quotation() {}

    /** @param original the HTML of the mail as it came, cleaned; empty: its words are quoted */
    static String html(String own, EntryView.MailView mail, String original, Instant at, Language language) {
        return own + "<br><br><div class=\"gmail_quote\"><div>" + escape(attribution(mail.from(), at, language))
                + "</div><blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">"
                + body(mail, original)
                + "</blockquote></div>";
    }

    /** Its HTML; its words as such where it has none. */
    static String body(EntryView.MailView mail, String original) {
        return original.isBlank() ? lines(text(mail)) : original;
    }

    static String text(String own, EntryView.MailView mail, Instant at, Language language) {
        String quoted = text(mail).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        return own.stripTrailing() + "\n\n" + attribution(mail.from(), at, language) + "\n" + quoted + "\n";
    }

    /** All that it says, what it quotes too. */
    static String text(EntryView.MailView mail) {
        String all = mail.quoted().isEmpty() ? mail.text() : mail.text() + "\n\n" + mail.quoted();
        return all.length() <= MOST_TEXT ? all : all.substring(0, MOST_TEXT);
    }

    private static String attribution(Person person, Instant at, Language language) {
        return language == Language.INDONESIAN
                ? "Pada " + date(at, language) + ", " + who(person) + " menulis:"
                : "On " + date(at, language) + ", " + who(person) + " wrote:";
    }

    static String who(Person person) {
        return person.name().isEmpty() ? person.address() : person.name() + " <" + person.address() + ">";
    }

    static String date(Instant at, Language language) {
        Locale locale = language == Language.INDONESIAN ? Locale.forLanguageTag("id") : Locale.ENGLISH;
        return DATE.withLocale(locale).format(at.atOffset(ZoneOffset.UTC));
    }

    /** Words as HTML; their lines stay lines in every mail program. */
    static String lines(String text) {
        return escape(text).lines().collect(Collectors.joining("<br>\n"));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
