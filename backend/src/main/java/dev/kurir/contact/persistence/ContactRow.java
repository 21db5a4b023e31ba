package dev.kurir.contact.persistence;

import dev.kurir.contact.Contact;
import dev.kurir.contact.Contact.Membership;
import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.GroupKind;
import dev.kurir.kernel.ContactId;
import dev.kurir.kernel.EmailAddress;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One contact with the names of its lists and tags. */
final class ContactRow {
    /** Columns of contact {@code c}. */
    static final String COLUMNS = """
            c.id, c.version, c.email, c.name, c.phone, c.company, c.data, c.created_at,
            array(select l.id from list_member m join contact_list l on l.id = m.list_id
                   where m.contact_id = c.id order by lower(l.name), l.id) as list_ids,
            array(select l.name from list_member m join contact_list l on l.id = m.list_id
                   where m.contact_id = c.id order by lower(l.name), l.id) as list_names,
            array(select t.id from contact_tag m join tag t on t.id = m.tag_id
                   where m.contact_id = c.id order by lower(t.name), t.id) as tag_ids,
            array(select t.name from contact_tag m join tag t on t.id = m.tag_id
                   where m.contact_id = c.id order by lower(t.name), t.id) as tag_names
            """;

    private ContactRow() {}

    static Contact read(Readable row, Map<String, String> data) {
        @Nullable String email = row.get("email", String.class);
        ContactDetails details = new ContactDetails(
                email == null ? null : new EmailAddress(email),
                Rows.text(row, "name"),
                Rows.text(row, "phone"),
                Rows.text(row, "company"),
                data);
        return new Contact(
                new ContactId(Rows.number(row, "id")),
                Rows.number(row, "version"),
                details,
                memberships(row, GroupKind.LIST),
                memberships(row, GroupKind.TAG),
                null,
                Objects.requireNonNull(row.get("created_at", Instant.class)));
    }

    private static List<Membership> memberships(Readable row, GroupKind kind) {
        Long[] ids = Objects.requireNonNull(row.get(kind.word() + "_ids", Long[].class));
        String[] names = Objects.requireNonNull(row.get(kind.word() + "_names", String[].class));
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Membership(kind.id(ids[i]), names[i]))
                .toList();
    }
}
