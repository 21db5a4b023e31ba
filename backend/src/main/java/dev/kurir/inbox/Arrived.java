package dev.kurir.inbox;

import dev.kurir.inbox.mime.CleanHtml;
import dev.kurir.inbox.mime.HtmlCleaner;
import dev.kurir.inbox.mime.MailReader;
import dev.kurir.inbox.mime.QuotedText;
import dev.kurir.inbox.mime.Reading;
import dev.kurir.platform.blob.Blobs;
import java.time.Instant;
import java.util.Arrays;

/**
 * A mail that was fetched and read; nothing of it is stored yet.
 *
 * @param text new text and quoted text; empty where it was not read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrived(
        long uid,
        Instant receivedAt,
        byte[] octets,
        byte[] sha256,
        byte[] headerSha256,
        Reading reading,
        QuotedText text,
        CleanHtml html) {

    /** CPU only, and bounded; runs where blocking is allowed. */
    public static Arrived read(long uid, Instant receivedAt, byte[] octets) {
        Reading reading = MailReader.read(octets);
        QuotedText text = new QuotedText("", "");
        CleanHtml html = CleanHtml.NONE;
        if (reading instanceof Reading.Read(var mail)) {
            text = QuotedText.split(mail.text());
            html = HtmlCleaner.clean(mail.html());
        }
        return new Arrived(uid, receivedAt, octets, Blobs.sha256(octets), headerHash(octets), reading, text, html);
    }

    /** Too large to be fetched: only its headers are here. */
    public static Arrived refused(long uid, Instant receivedAt, byte[] headers, Reading.Refused reason) {
        return new Arrived(
                uid,
                receivedAt,
                headers,
                Blobs.sha256(headers),
                headerHash(headers),
                reason,
                new QuotedText("", ""),
                CleanHtml.NONE);
    }

    /** Of the header block with its empty line, as BODY[HEADER] gives it. */
    public static byte[] headerHash(byte[] octets) {
        return Blobs.sha256(Arrays.copyOf(octets, MailReader.bodyStart(octets)));
    }
}
