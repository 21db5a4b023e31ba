package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailSession.Listed;
import dev.kurir.inbox.Mailbox;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mails at which the line broke last: they are fetched one by one, until it is known which of them it was. The
 * server has listed them over the same line, so a line that breaks at one and the same mail again is the fault of that
 * mail; once is nobody's.
 */
final class Suspects {
    private static final int BREAKS_OF_A_TRY = 2;

    private Set<Place> places = Set.of();
    private @Nullable Place last;
    private int breaks;

    private record Place(long mailbox, long uidValidity, long uid) {
        static Place of(Mailbox mailbox, Listed mail) {
            return new Place(mailbox.id(), mailbox.uidValidity(), mail.uid());
        }
    }

    /** The line broke at this mail, and the session with it. */
    static final class BreakingMailException extends IOException {
        private static final long serialVersionUID = 1L;

        BreakingMailException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    boolean areAmong(Mailbox mailbox, List<Listed> mails) {
        return mails.stream().map(mail -> Place.of(mailbox, mail)).anyMatch(places::contains);
    }

    /** The line broke while these were fetched. What it comes to. */
    IOException blame(Mailbox mailbox, List<Listed> mails, IOException broken) {
        places = mails.stream().map(mail -> Place.of(mailbox, mail)).collect(Collectors.toSet());
        if (mails.size() > 1) {
            return broken;
        }
        Place place = Place.of(mailbox, mails.getFirst());
        breaks = place.equals(last) ? breaks + 1 : 1;
        last = place;
        return breaks % BREAKS_OF_A_TRY == 0 ? new BreakingMailException(broken) : broken;
    }
}
