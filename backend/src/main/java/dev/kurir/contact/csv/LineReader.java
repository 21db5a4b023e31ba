package dev.kurir.contact.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.ContactRules;
import dev.kurir.contact.csv.Column.Custom;
import dev.kurir.contact.csv.Column.Known;
import dev.kurir.contact.csv.CsvLine.Person;
import dev.kurir.contact.csv.CsvLine.Refused;
import dev.kurir.kernel.EmailAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the cells of a line into a person, or says why that cannot be. Nothing is computed from a cell: a formula stays
 * text.
 */
final class LineReader {
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");
    private static final Pattern NAMES = Pattern.compile("[,;|]");
    private static final Pattern NAMED_ADDRESS = Pattern.compile(".*<([^<>]+)>\\s*");
    private static final int MOST_CONTENT = 500;
    private static final int MOST_GROUP_NAME = 100;

    private final List<Column> columns;
    private final char separator;

    LineReader(List<Column> columns, char separator) {
        this.columns = columns;
        this.separator = separator;
    }

    CsvLine read(CsvRecord row) {
        if (hasMoreThan(columns.size(), row)) {
            return refused(row, "too_many_cells", "There are more cells than columns: is a separator inside a cell?");
        }
        Map<Known, String> known = known(row);
        String written = known.getOrDefault(Known.EMAIL, "");
        if (written.isEmpty()) {
            return refused(row, "email_missing", "There is no address.");
        }
        Optional<EmailAddress> email = address(written);
        return email.isEmpty()
                ? refused(row, "email_invalid", "This is not an e-mail address that mail can be sent to.")
                : person(row, known, email.get());
    }

    private CsvLine person(CsvRecord row, Map<Known, String> known, EmailAddress email) {
        ContactDetails details = new ContactDetails(
                email,
                name(known),
                known.getOrDefault(Known.PHONE, ""),
                known.getOrDefault(Known.COMPANY, ""),
                custom(row));
        List<String> lists = names(known.getOrDefault(Known.LISTS, ""));
        List<String> tags = names(known.getOrDefault(Known.TAGS, ""));
        return faultOf(details, lists, tags)
                .<CsvLine>map(
                        fault -> refused(row, fault.code(), fault.pointer().substring(1) + ": " + fault.sentence()))
                .orElseGet(() -> new Person(row.getStartingLineNumber(), details, lists, tags));
    }

    private static Optional<ContactRules.Fault> faultOf(ContactDetails details, List<String> lists, List<String> tags) {
        return ContactRules.faultOf(details)
                .or(() -> ContactRules.text("/lists", longest(lists), MOST_GROUP_NAME))
                .or(() -> ContactRules.text("/tags", longest(tags), MOST_GROUP_NAME));
    }

    private Map<Known, String> known(CsvRecord row) {
        Map<Known, String> values = new EnumMap<>(Known.class);
        for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            if (columns.get(i) instanceof Known column) {
                values.put(column, row.getField(i).strip());
            }
        }
        return values;
    }

    /** A custom value may go over several lines in the file; it has to stand in one. */
    private Map<String, String> custom(CsvRecord row) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
            String value = row.getField(i).strip();
            if (columns.get(i) instanceof Custom(String key) && !value.isEmpty()) {
                values.put(key, BREAKS.matcher(value).replaceAll(" "));
            }
        }
        return values;
    }

    private Refused refused(CsvRecord row, String code, String sentence) {
        return new Refused(row.getStartingLineNumber(), code, sentence, content(row));
    }

    private String content(CsvRecord row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.getFieldCount() && text.length() < MOST_CONTENT; i++) {
            String field = row.getField(i);
            text.append(i == 0 ? "" : separator).append(field, 0, Math.min(field.length(), MOST_CONTENT));
        }
        return text.substring(0, Math.min(text.length(), MOST_CONTENT)).replace('\0', '\uFFFD');
    }

    private static boolean hasMoreThan(int cells, CsvRecord row) {
        return row.getFields().stream().skip(cells).anyMatch(cell -> !cell.isBlank());
    }

    private static String name(Map<Known, String> known) {
        String name = known.getOrDefault(Known.NAME, "");
        String parts = known.getOrDefault(Known.FIRST_NAME, "") + " " + known.getOrDefault(Known.LAST_NAME, "");
        return name.isEmpty() ? parts.strip() : name;
    }

    private static Optional<EmailAddress> address(String written) {
        var named = NAMED_ADDRESS.matcher(written);
        return EmailAddress.parse(named.matches() ? named.group(1) : written);
    }

    private static List<String> names(String cell) {
        return Arrays.stream(NAMES.split(cell))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String longest(List<String> names) {
        return names.stream()
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
    }
}
