package dev.kurir.campaign;

import dev.kurir.kernel.ContactId;
import java.util.List;

/**
 * Who gets a campaign, and who is left out.
 *
 * @param total everybody on its lists and with its tags
 * @param sample the first few of the recipients
 */
public record Audience(long total, long recipients, Skipped skipped, List<Person> sample) {

    /** A recipient. */
    public record Person(ContactId contactId, String email, String name) {}
}
