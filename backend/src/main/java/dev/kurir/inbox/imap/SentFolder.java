package dev.kurir.inbox.imap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder that keeps what was sent: the one that a person named, if it is there; by what the server says (RFC
 * 6154); by the names that are in use.
 */
final class SentFolder {
    private static final List<String> NAMES = List.of(
            "sent",
            "sent items",
            "sent mail",
            "sent messages",
            "terkirim",
            "item terkirim",
            "pesan terkirim",
            "gesendet",
            "gesendete elemente",
            "envoyés",
            "enviados",
            "verzonden");

    private SentFolder() {}

    static Optional<String> among(ListInfo @Nullable [] folders, @Nullable String named) {
        List<ListInfo> open = folders == null
                ? List.of()
                : Arrays.stream(folders).filter(folder -> folder.canOpen).toList();
        return open.stream()
                .filter(folder -> folder.name.equalsIgnoreCase(named))
                .findFirst()
                .or(() -> open.stream().filter(SentFolder::isMarked).findFirst())
                .or(() -> byName(open))
                .map(folder -> folder.name);
    }

    private static boolean isMarked(ListInfo folder) {
        return folder.attrs != null && Arrays.stream(folder.attrs).anyMatch("\\Sent"::equalsIgnoreCase);
    }

    private static Optional<ListInfo> byName(List<ListInfo> folders) {
        return NAMES.stream()
                .flatMap(name -> folders.stream().filter(folder -> last(folder).equals(name)))
                .findFirst();
    }

    /** {@code INBOX.Sent} and {@code Mail/Sent} are called Sent. */
    private static String last(ListInfo folder) {
        return folder.name
                .substring(folder.name.lastIndexOf(folder.separator) + 1)
                .toLowerCase(Locale.ROOT);
    }
}
