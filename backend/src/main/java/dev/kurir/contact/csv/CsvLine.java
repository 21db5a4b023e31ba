package dev.kurir.contact.csv;

import dev.kurir.contact.ContactDetails;
import java.util.List;

/** What became of one line of the file. */
public sealed interface CsvLine {
    long line();

    /** A person; the address is always there. Lists and tags come by name. */
    record Person(long line, ContactDetails details, List<String> lists, List<String> tags) implements CsvLine {}

    /** A line that cannot be taken, and why. */
    record Refused(long line, String code, String sentence, String content) implements CsvLine {}
}
