package dev.kurir.contact.web;

import dev.kurir.contact.ContactChange;
import dev.kurir.contact.ContactDetails;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.ListId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Absent fields stay as they are; null takes the address away. */
@SuppressWarnings("NullableOptional") // absent and null are two things in a PATCH
record ContactUpdate(
        @Nullable Optional<@Size(max = 254) String> email,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 200) String company,
        @Nullable Map<String, @NotNull @Size(max = 2000) String> data,
        @Nullable @Size(max = 500) List<@NotNull ListId> lists,
        @Nullable @Size(max = 500) List<@NotNull @Size(max = 100) String> tags) {

    ContactChange toChange() {
        return new ContactChange(this::applyTo, lists, tags);
    }

    private ContactDetails applyTo(ContactDetails old) {
        return new ContactDetails(
                addressAfter(old),
                name == null ? old.name() : name.strip(),
                phone == null ? old.phone() : phone.strip(),
                company == null ? old.company() : company.strip(),
                data == null ? old.data() : data);
    }

    private @Nullable EmailAddress addressAfter(ContactDetails old) {
        return email == null ? old.email() : ContactRequest.address(email.orElse(null));
    }
}
