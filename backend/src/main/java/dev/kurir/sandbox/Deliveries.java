package dev.kurir.sandbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;

/** What the world does with mail: turns it away, keeps it, answers it. */
final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static final Executor AFTER_A_MOMENT =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final ImapSide mailboxes;
    private final Clock clock;
    private final Greylist greylist = new Greylist();
    private final CountDownLatch closing = new CountDownLatch(1);

    Deliveries(ImapSide mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Whether mail to the recipient is wanted now. */
    void admit(String address) throws RejectException {
        switch (Behaviour.of(address)) {
            case BOUNCE -> throw new RejectException(550, "5.1.1 There is no mailbox of this name");
            case FULL -> throw new RejectException(452, "4.2.2 The mailbox is full");
            case BUSY -> greylist(address, 1);
            case SLOW -> greylist(address, 2);
            case DROP, REPLY, AWAY, GONE, COMPLAIN, ACCEPT -> {}
        }
    }

    void deliver(String sender, String recipient, byte[] content) throws RejectException {
        Behaviour behaviour = Behaviour.of(recipient);
        if (behaviour == Behaviour.SLOW) {
            takeTime();
        }
        try {
            MimeMessage mail = stamped(sender, recipient, content);
            if (behaviour != Behaviour.GONE) {
                mailboxes.of(recipient).put(mail);
            }
        } catch (MessagingException | RuntimeException unreadable) {
            LOG.debug("The sandbox cannot keep a mail", unreadable);
            throw new RejectException(554, "5.6.0 The message cannot be read");
        }
        if (behaviour.answers()) {
            AFTER_A_MOMENT.execute(() -> answer(behaviour, recipient, content));
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void greylist(String address, int times) throws RejectException {
        if (greylist.turnsAway(address.toLowerCase(Locale.ROOT), times)) {
            throw new RejectException(451, "4.7.1 Greylisted, come back in a few seconds");
        }
    }

    /** Holds up this connection only, and not the end of the program. */
    private void takeTime() {
        try {
            boolean closed = closing.await(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Took its time, closing: {}", closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Into the mailbox that sent: only the world's own mailbox can. */
    private void answer(Behaviour behaviour, String from, byte[] original) {
        try {
            mailboxes.of(MailWorld.OWN).put(answerTo(behaviour, message(original), from));
        } catch (MessagingException | RuntimeException unanswerable) {
            LOG.debug("The sandbox cannot answer a mail", unanswerable);
        }
    }

    private MimeMessage answerTo(Behaviour behaviour, MimeMessage original, String from) throws MessagingException {
        return switch (behaviour) {
            case AWAY -> Answer.away(original, from, clock);
            case GONE -> Report.bounce(original, from, clock);
            case COMPLAIN -> Report.complaint(original, from, clock);
            case REPLY, BOUNCE, BUSY, SLOW, FULL, DROP, ACCEPT -> Answer.of(original, from, clock);
        };
    }

    /** With what a mail server writes on top (RFC 5321 §4.4): who it was for is else nowhere to be seen. */
    private static MimeMessage stamped(String sender, String recipient, byte[] content) throws MessagingException {
        String stamp = "Return-Path: <%s>\r\nDelivered-To: <%s>\r\n".formatted(sender, recipient);
        return new MimeMessage(
                (jakarta.mail.@Nullable Session) null,
                new SequenceInputStream(
                        new ByteArrayInputStream(stamp.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayInputStream(content)));
    }

    private static MimeMessage message(byte[] content) throws MessagingException {
        InputStream octets = new ByteArrayInputStream(content);
        return new MimeMessage((jakarta.mail.@Nullable Session) null, octets);
    }
}
