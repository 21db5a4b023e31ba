package dev.kurir.delivery.mime;

import dev.kurir.kernel.EmailAddress;
import dev.kurir.outbox.DraftContent;
import dev.kurir.outbox.MessageDecorator;
import dev.kurir.outbox.MessageInputs;
import java.util.HashMap;
import java.util.Map;

/** The values one recipient's mail is made of: the frozen inputs, what decorates them, and what follows from both. */
final class Values {
    private Values() {}

    static Map<String, String> of(DraftContent draft, MessageInputs inputs, MessageDecorator.Decoration decoration) {
        Map<String, String> values = new HashMap<>();
        values.put("name", inputs.toName());
        values.put("email", inputs.to().value());
        values.put("account.name", draft.fromName());
        values.put("account.email", draft.from().value());
        values.putAll(inputs.values());
        values.putAll(decoration.values());
        return values;
    }

    static String shown(String name, EmailAddress address) {
        return name.isEmpty() ? address.value() : name + " <" + address.value() + ">";
    }
}
