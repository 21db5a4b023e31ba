package dev.kurir.inbox.persistence;

import dev.kurir.inbox.EntryKind;
import dev.kurir.inbox.EntryView;
import dev.kurir.inbox.EntryView.MailView;
import dev.kurir.inbox.EntryView.Mention;
import dev.kurir.inbox.EntryView.ReportView;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.Person;
import dev.kurir.kernel.EntryId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.UserId;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads an entry with its mail and its messages. */
final class EntryRow {
    static final String SELECT = """
            select e.id, e.at, e.kind, e.author, e.body, e.data::text as data, e.mail_id, m.kind as mail_kind,
                   c.subject, c.from_name, c.from_address, c.people::text as people, c.text, c.quoted, c.html,
                   jsonb_array_length(c.remote_images) as remote_images, c.parts::text as parts, c.report::text as report,
                   array(select x.message_id from entry_message x where x.entry_id = e.id order by x.message_id) as messages,
                   array(select y.user_id from mention y where y.entry_id = e.id order by y.user_id) as mentioned,
                   array(select y.name from mention y where y.entry_id = e.id order by y.user_id) as mentioned_names
              from conversation_entry e
              left join mail m on m.id = e.mail_id
              left join mail_content c on c.mail_id = e.mail_id
            """;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;

    EntryRow(JsonMapper json) {
        this.json = json;
    }

    EntryView read(Readable row) {
        return new EntryView(
                new EntryId(Columns.number(row, "id")),
                Columns.time(row, "at"),
                EntryKind.of(Columns.text(row, "kind")),
                row.get("author", String.class),
                Columns.text(row, "body"),
                json.readValue(Columns.text(row, "data"), OBJECT),
                row.get("subject", String.class) == null ? null : mail(row),
                messages(row),
                mentions(row));
    }

    MailView mail(Readable row) {
        ContentRow.People people = json.readValue(Columns.text(row, "people"), ContentRow.People.class);
        @Nullable String kind = row.get("mail_kind", String.class);
        return new MailView(
                new MailId(Columns.number(row, "mail_id")),
                kind == null ? MailKind.OTHER : MailKind.of(kind),
                new Person(Columns.text(row, "from_name"), Columns.text(row, "from_address")),
                people.to(),
                people.cc(),
                people.replyTo(),
                Columns.text(row, "subject"),
                Columns.text(row, "text"),
                Columns.text(row, "quoted"),
                Columns.text(row, "html"),
                Columns.integer(row, "remote_images"),
                Arrays.stream(json.readValue(Columns.text(row, "parts"), ContentRow.Part[].class))
                        .map(ContentRow.Part::toPart)
                        .toList(),
                report(row.get("report", String.class)));
    }

    private @Nullable ReportView report(@Nullable String written) {
        if (written == null) {
            return null;
        }
        ContentRow.Report report = json.readValue(written, ContentRow.Report.class);
        return new ReportView(report.address(), report.action(), report.status(), report.diagnostic());
    }

    private static List<Mention> mentions(Readable row) {
        Long[] ids = Objects.requireNonNull(row.get("mentioned", Long[].class));
        String[] names = Objects.requireNonNull(row.get("mentioned_names", String[].class));
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new Mention(new UserId(ids[at]), names[at]))
                .toList();
    }

    private static List<MessageId> messages(Readable row) {
        return Arrays.stream(Objects.requireNonNull(row.get("messages", Long[].class)))
                .map(MessageId::new)
                .toList();
    }
}
