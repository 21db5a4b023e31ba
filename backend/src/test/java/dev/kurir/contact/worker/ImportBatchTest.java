package dev.kurir.contact.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.ImportedPeople.Stored;
import dev.kurir.contact.StoredImports.Counts;
import dev.kurir.contact.csv.CsvLine;
import dev.kurir.contact.csv.CsvLine.Person;
import dev.kurir.contact.csv.CsvLine.Refused;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImportBatchTest {
    private static final List<CsvLine> LINES = List.of(
            person(2, "a@example.com", "Ada", Map.of("city", "Bandung")),
            new Refused(3, "email_invalid", "…", "x"),
            person(4, "A@example.com", "", Map.of("shoe", "38")),
            person(5, "b@example.com", "Bob", Map.of()),
            person(6, "a@EXAMPLE.com", "Countess", Map.of()));
    private static final List<Stored> STORED = List.of(
            new Stored("a@example.com", new ContactId(1), true), new Stored("b@example.com", new ContactId(2), false));

    @Test
    void aLaterLineOfTheSameAddressUpdatesTheEarlier() {
        ContactDetails ada = ImportBatch.of(LINES, true).details().getFirst();

        assertThat(ada.name()).isEqualTo("Countess");
        assertThat(ada.data()).isEqualTo(Map.of("city", "Bandung", "shoe", "38"));
        assertThat(Objects.requireNonNull(ada.email()).value()).isEqualTo("a@example.com");
    }

    @Test
    void aLaterLineIsSkippedWhenPeopleKeepTheirValues() {
        ContactDetails ada = ImportBatch.of(LINES, false).details().getFirst();

        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.data()).isEqualTo(Map.of("city", "Bandung"));
    }

    @Test
    void everyLineIsCountedOnce() {
        assertThat(ImportBatch.of(LINES, true).counts(STORED)).isEqualTo(new Counts(5, 1, 3, 0, 1));
        assertThat(ImportBatch.of(LINES, false).counts(STORED)).isEqualTo(new Counts(5, 1, 0, 3, 1));
    }

    private static Person person(long line, String email, String name, Map<String, String> data) {
        return new Person(line, new ContactDetails(new EmailAddress(email), name, "", "", data), List.of(), List.of());
    }
}
