package dev.kurir.outbox.worker;

/** What the gate said to an intent. */
enum Verdict {
    GRANTED,
    /** The recipient is suppressed; the message has ended. */
    SUPPRESSED,
    /** The campaign is held or cancelled. */
    CAMPAIGN,
    /** The account is switched off, blocked, inactive or gone. */
    WORKER,
    /** Sending is fenced for the whole installation. */
    INSTANCE,
    /** The account belongs to another node now. */
    FENCE,
    /** This node's lease has run out. */
    LEASE,
    /** The message is not as we knew it: somebody else changed it. */
    STATE,
    /** Another transaction holds the row just now: the gate did not answer. */
    LOCKED,
    /** The commit's fate is unknown: the message is given back by an outcome. */
    UNKNOWN
}
