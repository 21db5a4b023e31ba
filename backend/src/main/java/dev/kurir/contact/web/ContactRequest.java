package dev.kurir.contact.web;

import dev.kurir.contact.ContactDetails;
import dev.kurir.contact.NewContact;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.ListId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record ContactRequest(
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 200) String company,
        @Nullable Map<String, @NotNull @Size(max = 2000) String> data,
        @Nullable @Size(max = 500) List<@NotNull ListId> lists,
        @Nullable @Size(max = 500) List<@NotNull @Size(max = 100) String> tags) {

    NewContact toContact() {
        ContactDetails details = new ContactDetails(
                address(email), text(name), text(phone), text(company), data == null ? Map.of() : data);
        return new NewContact(details, lists == null ? List.of() : lists, tags == null ? List.of() : tags);
    }

    static @Nullable EmailAddress address(@Nullable String email) {
        return email == null || email.isBlank() ? null : EmailAddress.require("/email", email);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
