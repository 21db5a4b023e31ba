package dev.kurir.contact;

import dev.kurir.kernel.EmailAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param data custom values by name, as in {@code {{data.city}}}
 */
public record ContactDetails(
        @Nullable EmailAddress email, String name, String phone, String company, Map<String, String> data) {

    public ContactDetails {
        data = Map.copyOf(data);
    }
}
