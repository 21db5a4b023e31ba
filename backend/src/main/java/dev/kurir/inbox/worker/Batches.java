package dev.kurir.inbox.worker;

import dev.kurir.inbox.MailSession.Listed;
import java.util.ArrayList;
import java.util.List;

/** Mails that are fetched together: not too many, and not too large. */
final class Batches {
    private static final long MOST_OCTETS = 4 << 20;

    private Batches() {}

    /** In their order. */
    static List<List<Listed>> of(List<Listed> mails, int most) {
        List<List<Listed>> batches = new ArrayList<>();
        List<Listed> batch = new ArrayList<>();
        long octets = 0;
        for (Listed mail : mails) {
            if (!batch.isEmpty() && (batch.size() >= most || octets + mail.size() > MOST_OCTETS)) {
                batches.add(batch);
                batch = new ArrayList<>();
                octets = 0;
            }
            batch.add(mail);
            octets += mail.size();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
