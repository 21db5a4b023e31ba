package dev.kurir.campaign.web;

import dev.kurir.campaign.Audience;
import dev.kurir.kernel.ContactId;
import java.util.List;

record AudienceResponse(long total, long recipients, SkippedResponse skipped, List<PersonResponse> sample) {
    static AudienceResponse of(Audience audience) {
        return new AudienceResponse(
                audience.total(),
                audience.recipients(),
                SkippedResponse.of(audience.skipped()),
                audience.sample().stream().map(PersonResponse::of).toList());
    }

    /** {@code NamedAddress} of the contract. */
    record PersonResponse(ContactId contactId, String email, String name) {
        static PersonResponse of(Audience.Person person) {
            return new PersonResponse(person.contactId(), person.email(), person.name());
        }
    }
}
