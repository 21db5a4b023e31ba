package dev.kurir.outbox;

import java.util.List;

/**
 * A kept-open connection to an account's submission server. All methods may be called from any thread and return at
 * once.
 *
 * <p>A message goes: {@link #offer} writes MAIL, RCPT, DATA → {@link Listener#awaitsIntent} when 354 was read →
 * {@link #grant} writes the content and the dot, or {@link #refuse} ends without a single content octet →
 * {@link Listener#ended}. One envelope may be offered ahead, before the grant of the message in front of it: it then
 * travels right behind that content (RFC 2920).
 *
 * <p>Every offered message is heard of once: in {@link Listener#ended} or among the untouched of
 * {@link Listener#closed}; except one that was refused, and one that was offered after {@code closed}. A grant that
 * comes too late, because the connection broke in between, does nothing.
 */
public interface MailConnection {
    void offer(OutgoingMessage message);

    /** The intent is committed: hand over the content of the message that awaits it. */
    void grant(OutgoingMessage message);

    /** The intent was refused: no content octet of it leaves; where DATA was already open, the connection closes. */
    void refuse(OutgoingMessage message);

    /** QUIT when nothing is under way; else the message whose content is under way may still end. */
    void close();

    /** Cuts the connection now. What was in content or at the dot is uncertain. */
    void abort();

    /** What a connection tells. */
    interface Listener {
        /** Logged in; nothing was offered yet. */
        void ready();

        /** The envelope was taken and the server waits for content. */
        void awaitsIntent(OutgoingMessage message);

        /**
         * The attempt is over. It may end before an intent was asked for (MAIL or RCPT refused).
         *
         * @param contentSent whether the intent had been granted
         */
        void ended(OutgoingMessage message, DeliveryOutcome outcome, boolean contentSent);

        /**
         * The last event. {@code untouched} were offered but the server never judged them: they are as if never
         * offered.
         */
        void closed(SmtpReply reason, ReplyReason kind, List<OutgoingMessage> untouched);
    }
}
