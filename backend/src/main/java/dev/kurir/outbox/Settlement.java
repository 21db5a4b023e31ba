package dev.kurir.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an uncertain message gets its end although no reply of the server was read. */
public enum Settlement {
    /** A person says that it counts as sent. */
    ASSUMED(MessageState.ACCEPTED, Basis.ASSUMED, "uncertain_assumed"),
    ASSUMED_BY_POLICY(MessageState.ACCEPTED, Basis.ASSUMED, "uncertain_assumed"),
    /** A person wants it sent once more; whoever has it already gets it twice. */
    SENT_AGAIN(MessageState.QUEUED, null, "uncertain_sent_again"),
    SENT_AGAIN_BY_POLICY(MessageState.QUEUED, null, "uncertain_sent_again"),
    /** A copy lies in the Sent folder of the account. */
    FOUND_SENT(MessageState.ACCEPTED, Basis.EVIDENCE, "uncertain_proven"),
    /** It came back: the server had taken it. */
    FOUND_BOUNCE(MessageState.ACCEPTED, Basis.EVIDENCE, "uncertain_proven"),
    /** Its recipient has answered. */
    FOUND_REPLY(MessageState.ACCEPTED, Basis.EVIDENCE, "uncertain_proven");

    /** What the word "accepted" rests on where there is no reply of the server. */
    public enum Basis {
        ASSUMED,
        EVIDENCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MessageState state;
    private final @Nullable Basis basis;
    private final String event;

    Settlement(MessageState state, @Nullable Basis basis, String event) {
        this.state = state;
        this.basis = basis;
        this.event = event;
    }

    /** Where the message stands afterwards. */
    public MessageState state() {
        return state;
    }

    public @Nullable Basis basis() {
        return basis;
    }

    /** The line of the log. */
    public String event() {
        return event;
    }

    /** The reason that stands in the history of attempts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The settlement that a line of the history tells of; empty when it tells of an attempt. */
    public static Optional<Settlement> of(@Nullable String reason) {
        return Arrays.stream(values()).filter(one -> one.word().equals(reason)).findFirst();
    }
}
