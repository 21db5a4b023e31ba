package dev.kurir.campaign;

import dev.kurir.outbox.MessageAssembly;
import java.util.List;

/**
 * What a content looks like for one person.
 *
 * @param from empty while no account is chosen
 * @param to empty while no contact is chosen
 * @param unknownVariables names that nobody can give a value for
 */
public record Preview(MessageAssembly.Rendered mail, String from, String to, List<String> unknownVariables) {
    Preview withUnknown(List<String> names) {
        return new Preview(mail, from, to, names);
    }
}
