package dev.kurir.outbox.worker;

/** How much of an account's hour and day the next message may use. */
enum Share {
    /** What is urgent, direct or an answer: all of it. */
    WHOLE,
    /** What a campaign sends: all but what is kept for people. */
    CAMPAIGNS
}
