package dev.kurir.workspace;

import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.EmailAddress;
import dev.kurir.kernel.SingleLine;

/** The first person of an installation. */
public record NewOwner(EmailAddress email, String name, Language language) {

    /** What somebody typed, checked. */
    public static NewOwner of(String email, String name, Language language) {
        EmailAddress address = EmailAddress.parse(email)
                .orElseThrow(() -> DomainException.invalid("/email", "invalid_email", "This is no e-mail address."));
        return new NewOwner(address, SingleLine.require("/name", name.strip()), language);
    }
}
