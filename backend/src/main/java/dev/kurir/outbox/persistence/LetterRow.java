package dev.kurir.outbox.persistence;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.LetterHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter head as JSON; its files stand in a table of their own. */
record LetterRow(
        @Nullable String messageId,
        List<Person> to,
        List<Person> cc,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable Boolean automatic) {
    /** Somebody in a header field. */
    record Person(String name, String address) {
        private static Person of(LetterHead.Recipient recipient) {
            return new Person(recipient.name(), recipient.address().value());
        }

        private LetterHead.Recipient toRecipient() {
            return new LetterHead.Recipient(name, new EmailAddress(address));
        }
    }

    static LetterRow of(LetterHead letter) {
        return new LetterRow(
                letter.messageId(),
                letter.to().stream().map(Person::of).toList(),
                letter.cc().stream().map(Person::of).toList(),
                letter.inReplyTo(),
                letter.references(),
                letter.automatic() ? true : null);
    }

    LetterHead toLetter() {
        return new LetterHead(
                messageId,
                to.stream().map(Person::toRecipient).toList(),
                cc.stream().map(Person::toRecipient).toList(),
                inReplyTo,
                references,
                List.of(),
                automatic != null && automatic);
    }
}
