package dev.kurir.sandbox;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;

/** A mailbox that forgets its oldest mail, so that the world does not grow for ever. */
final class Mailbox {
    private static final int MOST_MESSAGES = 1000;
    private static final long MOST_OCTETS = 32L << 20;

    private final MailFolder folder;
    private final Clock clock;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long octets;

    Mailbox(MailFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private record Kept(long uid, long octets) {}

    synchronized void put(MimeMessage message) throws MessagingException {
        long size = Math.max(0, message.getSize());
        kept.addLast(new Kept(folder.appendMessage(message, new Flags(), Date.from(clock.instant())), size));
        octets += size;
        while (kept.size() > MOST_MESSAGES || octets > MOST_OCTETS) {
            forget(kept.removeFirst());
        }
    }

    private void forget(Kept oldest) throws MessagingException {
        octets -= oldest.octets();
        try {
            folder.setFlags(new Flags(Flags.Flag.DELETED), true, oldest.uid(), null, true);
            folder.expunge(new IdRange[] {new IdRange(oldest.uid())});
        } catch (FolderException gone) {
            throw new MessagingException("Mail " + oldest.uid() + " cannot be removed", gone);
        }
    }
}
