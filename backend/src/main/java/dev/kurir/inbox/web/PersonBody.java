package dev.kurir.inbox.web;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.LetterHead.Recipient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record PersonBody(
        @Nullable @Size(max = 320) String name,
        @NotBlank @Size(max = 320) String address) {
    static List<Recipient> toRecipients(String pointer, @Nullable List<PersonBody> people) {
        return people == null
                ? List.of()
                : people.stream().map(person -> person.toRecipient(pointer)).toList();
    }

    private Recipient toRecipient(String pointer) {
        return new Recipient(Objects.requireNonNullElse(name, "").strip(), EmailAddress.require(pointer, address));
    }
}
