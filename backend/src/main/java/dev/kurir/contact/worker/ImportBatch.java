package dev.kurir.contact.worker;

import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.ImportRefusal;
import dev.kurir.contact.ImportedPeople.Stored;
import dev.kurir.contact.StoredImports.Counts;
import dev.kurir.contact.csv.CsvLine;
import dev.kurir.contact.csv.CsvLine.Person;
import dev.kurir.contact.csv.CsvLine.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Some lines of a file, each address once: where several lines have the same, the later one updates the earlier, or is
 * skipped when people who are there keep their values.
 */
record ImportBatch(Map<String, Person> people, List<ImportRefusal> refusals, long lines, boolean updates) {

    static ImportBatch of(List<CsvLine> lines, boolean updates) {
        Map<String, Person> people = new LinkedHashMap<>();
        List<ImportRefusal> refusals = new ArrayList<>();
        for (CsvLine line : lines) {
            switch (line) {
                case Person person ->
                    people.merge(addressOf(person), person, (first, later) -> updates ? merged(first, later) : first);
                case Refused refused ->
                    refusals.add(
                            new ImportRefusal(refused.line(), refused.code(), refused.sentence(), refused.content()));
            }
        }
        return new ImportBatch(people, refusals, lines.size(), updates);
    }

    List<ContactDetails> details() {
        return people.values().stream().map(Person::details).toList();
    }

    /** Every line counts once: the first one of a new address as created, the others as updated or skipped. */
    Counts counts(List<Stored> stored) {
        long created = stored.stream().filter(Stored::created).count();
        long again = lines - refusals.size() - created;
        return new Counts(lines, created, updates ? again : 0, updates ? 0 : again, refusals.size());
    }

    private static String addressOf(Person person) {
        return Objects.requireNonNull(person.details().email()).value().toLowerCase(Locale.ROOT);
    }

    private static Person merged(Person first, Person later) {
        ContactDetails old = first.details();
        ContactDetails given = later.details();
        Map<String, String> data = new HashMap<>(old.data());
        data.putAll(given.data());
        ContactDetails details = new ContactDetails(
                old.email(),
                given(given.name(), old.name()),
                given(given.phone(), old.phone()),
                given(given.company(), old.company()),
                data);
        return new Person(later.line(), details, both(first.lists(), later.lists()), both(first.tags(), later.tags()));
    }

    private static String given(String value, String old) {
        return value.isEmpty() ? old : value;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
