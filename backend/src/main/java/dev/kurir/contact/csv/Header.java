package dev.kurir.contact.csv;

import dev.kurir.contact.csv.Column.Custom;
import dev.kurir.contact.csv.Column.Known;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the names of the columns, in English and Indonesian; names that nobody knows become custom values. */
final class Header {
    private static final Map<Known, Set<String>> SYNONYMS = Map.of(
            Known.EMAIL,
            Set.of(
                    "email",
                    "e mail",
                    "mail",
                    "email address",
                    "e mail address",
                    "surel",
                    "alamat email",
                    "alamat surel"),
            Known.NAME,
            Set.of("name", "full name", "nama", "nama lengkap", "contact", "kontak"),
            Known.FIRST_NAME,
            Set.of("first name", "firstname", "given name", "nama depan"),
            Known.LAST_NAME,
            Set.of("last name", "lastname", "surname", "family name", "nama belakang"),
            Known.PHONE,
            Set.of(
                    "phone",
                    "phone number",
                    "mobile",
                    "telephone",
                    "telepon",
                    "telp",
                    "hp",
                    "no hp",
                    "nomor hp",
                    "ponsel"),
            Known.COMPANY,
            Set.of("company", "organization", "organisation", "perusahaan", "organisasi", "instansi"),
            Known.TAGS,
            Set.of("tag", "tags", "label", "labels"),
            Known.LISTS,
            Set.of("list", "lists", "daftar"));
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_KEY = 50;

    private Header() {}

    static List<Column> read(List<String> names) {
        Set<Column> used = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(column(words(names.get(i)), i + 1, used));
        }
        return List.copyOf(columns);
    }

    /** Only the first column of a name is the known one: a second "email" is a custom value. */
    private static Column column(String words, int number, Set<Column> used) {
        for (Map.Entry<Known, Set<String>> known : SYNONYMS.entrySet()) {
            if (known.getValue().contains(words) && used.add(known.getKey())) {
                return known.getKey();
            }
        }
        return custom(words.isEmpty() ? "column " + number : words, used);
    }

    private static Column custom(String words, Set<Column> used) {
        String key = words.replace(' ', '_');
        String shortKey = key.length() > MOST_KEY ? key.substring(0, MOST_KEY) : key;
        Column column = new Custom(shortKey);
        for (int n = 2; !used.add(column); n++) {
            column = new Custom(shortKey + "_" + n);
        }
        return column;
    }

    /** Lower case words with one space between them. */
    private static String words(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(lower).replaceAll(" ").strip();
    }
}
