package dev.kurir.inbox.mime;

import java.util.ArrayList;
import java.util.List;

/** Reads address lists (RFC 5322 §3.4) as they really come: quotes, comments, groups, and worse. */
final class People {
    private static final int MOST = 1000;
    private static final int LONGEST = 320;

    private People() {}

    static List<Person> of(HeaderBlock headers, String name) {
        List<Person> people = new ArrayList<>();
        for (String value : headers.all(name)) {
            for (String one : split(value)) {
                Person person = person(one);
                if (!person.address().isEmpty() && people.size() < MOST) {
                    people.add(person);
                }
            }
        }
        return List.copyOf(people);
    }

    static Person first(HeaderBlock headers, String name) {
        List<Person> people = of(headers, name);
        return people.isEmpty() ? Person.NOBODY : people.getFirst();
    }

    /** At commas and semicolons outside of quotes, comments and angle brackets; the name of a group is dropped. */
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        boolean angle = false;
        for (int i = 0; i < value.length() && parts.size() <= MOST; i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                part.append(value.charAt(++i));
                continue;
            }
            quoted = (c == '"' && depth == 0) != quoted;
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            angle = !quoted && depth == 0 && (c == '<' || (angle && c != '>'));
            boolean isPlain = !quoted && depth == 0 && !angle;
            if (isPlain && (c == ',' || c == ';')) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (isPlain && c == ':') {
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Person person(String written) {
        int open = written.lastIndexOf('<');
        int close = written.indexOf('>', open + 1);
        if (open >= 0 && close > open) {
            return new Person(name(written.substring(0, open)), address(written.substring(open + 1, close)));
        }
        int comment = written.indexOf('(');
        String bare = comment < 0 ? written : written.substring(0, comment);
        String name = comment < 0 ? "" : written.substring(comment).replaceAll("[()]", " ");
        return new Person(name(name), address(bare));
    }

    private static String name(String written) {
        String clean = EncodedWords.decode(written.replace("\"", " ").strip()).replaceAll("\\p{Cntrl}|\\s+", " ");
        return clean.strip().length() > LONGEST ? clean.strip().substring(0, LONGEST) : clean.strip();
    }

    private static String address(String written) {
        String bare = written.strip();
        return bare.indexOf('@') > 0 && bare.length() <= LONGEST && bare.chars().noneMatch(c -> c <= ' ') ? bare : "";
    }
}
