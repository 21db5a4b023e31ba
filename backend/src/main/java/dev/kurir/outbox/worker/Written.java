package dev.kurir.outbox.worker;

import org.jspecify.annotations.Nullable;

/**
 * An ending on its way into the database.
 *
 * @param own the intent of the same attempt where none was asked for before
 * @param receipt where it stands in the journal of this run
 * @param since by the monotonic clock
 * @param bare its words were left out, because the database did not take them
 */
record Written(
        Ending ending,
        @Nullable Intent own,
        Journal.@Nullable Receipt receipt,
        long since,
        Runnable done,
        boolean bare) {
    Written(Ending ending, @Nullable Intent own, Journal.@Nullable Receipt receipt, long since, Runnable done) {
        this(ending, own, receipt, since, done, false);
    }

    Written withoutWords() {
        return new Written(ending.withoutWords(), own, receipt, since, done, true);
    }
}
