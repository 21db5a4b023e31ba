package dev.kurir.inbox.persistence;

import dev.kurir.inbox.Arrived;
import dev.kurir.inbox.MailSession;
import dev.kurir.inbox.Mailbox;
import dev.kurir.inbox.StoredMails;
import dev.kurir.inbox.mime.MailKind;
import dev.kurir.inbox.mime.ParsedMail;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.inbox.mime.Unreadable;
import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import dev.kurir.kernel.WorkspaceId;
import dev.kurir.platform.blob.Blobs;
import dev.kurir.workspace.Caller;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcStoredMails implements StoredMails {
    private static final String STORE = """
            select * from store_mail(:workspace, :account, :mailbox, :validity, :uid, :sha256, :headerSha256, :octets, :internetId,
                   :receivedAt, :baseline, :role)
            """;
    private static final String RECOGNISE = """
            insert into mailbox_copy (mailbox_id, uid_validity, uid, workspace_id, mail_id)
            select :mailbox, :validity, :uid, :workspace, m.id
              from mail m
             where m.account_id = :account and m.header_sha256 = :headerSha256 and m.size = :size
               -- two mails with the same headers are two mails
               and not exists (select from mailbox_copy c where c.mail_id = m.id and c.mailbox_id = :mailbox)
             order by m.id limit 1
            on conflict on constraint mailbox_copy_pkey do update set mail_id = excluded.mail_id
            returning mail_id
            """;
    private static final String DESCRIBE = """
            with described as (
                update mail set kind = :kind, message_id = :message where id = :mail returning account_id
            ), named as (
                insert into mail_thread (account_id, named, mail_id)
                select account_id, decode(hash, 'hex'), :mail from described, unnest(:named::text[]) hash on conflict do nothing
            )
            insert into mail_content (mail_id, workspace_id, subject, from_name, from_address, people, sent_at, internet_id, thread, text, quoted, html,
                   remote_images, parts, report)
            values (:mail, :workspace, :subject, :fromName, :fromAddress, :people, :sentAt, :internetId, :thread, :text, :quoted, :html, :remote, :parts, :report)
            """;
    private static final String WITHHOLD = """
            with kept as (
                insert into mail (workspace_id, account_id, sha256, header_sha256, size, received_at, baseline, role, quarantine, quarantine_detail)
                values (:workspace, :account, :name, :name, :size, :receivedAt, :baseline, :role, :reason, :detail)
                on conflict (account_id, sha256) do update set quarantine_detail = excluded.quarantine_detail
                returning id
            )
            insert into mailbox_copy (mailbox_id, uid_validity, uid, workspace_id, mail_id)
            select :mailbox, :validity, :uid, :workspace, id from kept
            on conflict on constraint mailbox_copy_pkey do update set mail_id = excluded.mail_id
            """;
    private static final String RAW = """
            select b.octets from mail m join blob b on b.workspace_id = m.workspace_id and b.sha256 = m.sha256
             where m.workspace_id = :workspace and m.id = :id and m.deleted_at is null
               and not exists (select from conversation_entry e join conversation c on c.id = e.conversation_id
                                where e.mail_id = coalesce(m.copy_of, m.id) and\s""" + Visible.CONDITION + " is not true)";
    private static final String QUARANTINED = """
            select id, account_id, quarantine, coalesce(quarantine_detail, '') as detail, size, received_at from mail
             where workspace_id = :workspace and quarantine is not null and deleted_at is null order by id desc limit :limit
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcStoredMails(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Boolean> hold(AccountId account, long fence) {
        return database.sql("select hold_account(:account, :fence)")
                .bind("account", account.value())
                .bind("fence", fence)
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Kept> store(Mailbox mailbox, Arrived mail) {
        String id = mail.reading() instanceof Reading.Read(ParsedMail read) ? read.messageId() : null;
        return database.sql(STORE)
                .bind("workspace", mailbox.workspaceId().value())
                .bind("account", mailbox.accountId().value())
                .bind("mailbox", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .bind("uid", mail.uid())
                .bind("sha256", mail.sha256())
                .bind("headerSha256", mail.headerSha256())
                .bind("octets", mail.octets())
                .bind("internetId", Columns.octets(InternetIds.hashOrNull(id)))
                .bind("receivedAt", mail.receivedAt())
                .bind("baseline", mailbox.isBaseline(mail.uid(), mail.receivedAt()))
                .bind("role", mailbox.role().name().toLowerCase(Locale.ROOT))
                .map(row -> new Kept(new MailId(Columns.number(row, "mail_id")), Columns.flag(row, "is_new")))
                .one();
    }

    @Override
    public Mono<MailId> recognise(Mailbox mailbox, long uid, byte[] headerSha256, long size) {
        return database.sql(RECOGNISE)
                .bind("mailbox", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .bind("uid", uid)
                .bind("workspace", mailbox.workspaceId().value())
                .bind("account", mailbox.accountId().value())
                .bind("headerSha256", headerSha256)
                .bind("size", size)
                .map(row -> new MailId(Columns.number(row, "mail_id")))
                .one();
    }

    @Override
    public Mono<Void> describe(
            WorkspaceId workspace,
            MailId mail,
            Arrived arrived,
            ParsedMail parsed,
            MailKind kind,
            @Nullable MessageId message) {
        ContentRow.Report report = ContentRow.Report.of(parsed);
        return database.sql(DESCRIBE)
                .bind("kind", kind.word())
                .bind("message", Columns.key(message))
                .bind("mail", mail.value())
                .bind("workspace", workspace.value())
                .bind("subject", clean(parsed.subject()))
                .bind("fromName", clean(parsed.from().name()))
                .bind("fromAddress", clean(parsed.from().address()))
                .bind("people", written(ContentRow.People.of(parsed)))
                .bind("sentAt", Columns.time(parsed.date()))
                .bind("internetId", Columns.text(parsed.messageId()))
                .bind("thread", written(thread(parsed)))
                .bind("named", InternetIds.hexOf(thread(parsed)))
                .bind("text", clean(arrived.text().fresh()))
                .bind("quoted", clean(arrived.text().quoted()))
                .bind("html", clean(arrived.html().html()))
                .bind("remote", written(arrived.html().remoteImages()))
                .bind(
                        "parts",
                        written(parsed.parts().stream().map(ContentRow.Part::of).toList()))
                .bind("report", report == null ? Parameters.in(Json.class) : written(report))
                .then();
    }

    @Override
    public Mono<Void> quarantine(MailId mail, Unreadable reason, String detail) {
        return database.sql("update mail set quarantine = :reason, quarantine_detail = :detail where id = :id")
                .bind("reason", reason.word())
                .bind("detail", clean(detail))
                .bind("id", mail.value())
                .then();
    }

    @Override
    public Mono<Void> withhold(Mailbox mailbox, MailSession.Listed mail, Reading.Refused why) {
        return database.sql(WITHHOLD)
                .bind("workspace", mailbox.workspaceId().value())
                .bind("account", mailbox.accountId().value())
                .bind("name", placeName(mailbox, mail.uid()))
                .bind("size", mail.size())
                .bind("receivedAt", mail.second())
                .bind("baseline", mailbox.isBaseline(mail.uid(), mail.second()))
                .bind("role", mailbox.role().name().toLowerCase(Locale.ROOT))
                .bind("reason", why.reason().word())
                .bind("detail", clean(why.detail()))
                .bind("mailbox", mailbox.id())
                .bind("validity", mailbox.uidValidity())
                .bind("uid", mail.uid())
                .then();
    }

    /** What has no octets is named by its place. */
    private static byte[] placeName(Mailbox mailbox, long uid) {
        return Blobs.sha256("withheld %d %d %d"
                .formatted(mailbox.id(), mailbox.uidValidity(), uid)
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Mono<byte[]> raw(Caller caller, MailId mail) {
        return Visible.bind(database.sql(RAW), caller)
                .bind("id", mail.value())
                .map(row -> Objects.requireNonNull(row.get("octets", byte[].class)))
                .one()
                .switchIfEmpty(Mono.error(() -> DomainException.notFound("mail")));
    }

    @Override
    public Mono<List<Quarantined>> quarantined(WorkspaceId workspace, int limit) {
        return database.sql(QUARANTINED)
                .bind("workspace", workspace.value())
                .bind("limit", limit)
                .map(row -> new Quarantined(
                        new MailId(Columns.number(row, "id")),
                        new AccountId(Columns.number(row, "account_id")),
                        Columns.text(row, "quarantine"),
                        Columns.text(row, "detail"),
                        Columns.number(row, "size"),
                        Columns.time(row, "received_at")))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<String>> remoteImages(WorkspaceId workspace, MailId mail) {
        return database.sql(
                        "select remote_images::text as images from mail_content where workspace_id = :workspace and mail_id = :id")
                .bind("workspace", workspace.value())
                .bind("id", mail.value())
                .map(row -> Arrays.asList(json.readValue(Columns.text(row, "images"), String[].class)))
                .one();
    }

    private static List<String> thread(ParsedMail mail) {
        return mail.references().isEmpty() ? mail.inReplyTo() : mail.references();
    }

    private Json written(Object value) {
        return Json.of(JsonText.withoutNul(json.writeValueAsString(value)));
    }

    /** No database text holds U+0000. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
