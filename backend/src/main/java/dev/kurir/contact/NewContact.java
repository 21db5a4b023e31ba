package dev.kurir.contact;

import dev.kurir.kernel.ListId;
import java.util.List;

/**
 * A person to be added.
 *
 * @param tags by name; made when missing
 */
public record NewContact(ContactDetails details, List<ListId> lists, List<String> tags) {
    public NewContact {
        lists = List.copyOf(lists);
        tags = List.copyOf(tags);
    }
}
