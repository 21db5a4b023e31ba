package dev.kurir.inbox;

import dev.kurir.kernel.ConversationId;
import dev.kurir.kernel.MailId;
import dev.kurir.kernel.MessageId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a mail belongs. */
sealed interface Match {
    Match NONE = new None();

    How how();

    /**
     * It answers, or is about, a message of ours.
     *
     * @param place the conversation of the mail between them that it answers; null: that of the message
     */
    record ToMessage(MessageId message, How how, @Nullable ConversationId place) implements Match {
        ToMessage(MessageId message, How how) {
            this(message, how, null);
        }
    }

    /** It goes on with a conversation. */
    record ToConversation(ConversationId conversation, How how) implements Match {}

    /** It answers a mail of the mailbox that is in no conversation yet. */
    record ToMail(MailId mail, How how) implements Match {}

    /** It begins something. */
    record None() implements Match {
        @Override
        public How how() {
            return How.NOTHING;
        }
    }

    /** What the match rests on, the surest first. */
    enum How {
        /** The Message-ID of ours, or of a mail of the conversation, in its thread. */
        THREAD(100),
        /** Our own number in the mail that came back. */
        KURIR_ID(100),
        /** The address that it was sent to. */
        ADDRESS(100),
        /** The newest message to the address that a bounce names. */
        RECIPIENT(80),
        /** The same person and the same subject. */
        SUBJECT(60),
        NOTHING(0);

        private final int confidence;

        How(int confidence) {
            this.confidence = confidence;
        }

        /** Percent. */
        int confidence() {
            return confidence;
        }

        /** Sure enough to take somebody off the list: anybody can write a report that only names an address. */
        boolean isProof() {
            return confidence == 100;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
