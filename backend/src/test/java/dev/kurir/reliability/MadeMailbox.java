package dev.kurir.reliability;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** A mailbox of so many mails, half a minute between two of them; more may arrive, and whoever waits is told. */
final class MadeMailbox {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long BETWEEN = 30;

    private final IntFunction<String> mails;
    private final Instant begun = Instant.ofEpochMilli(System.currentTimeMillis());
    private final int old;
    private final Set<IntConsumer> waiting = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Fault> faults = new ConcurrentHashMap<>();
    private int count;

    /** What the server does when it is asked for the whole of a mail. */
    enum Fault {
        WITHHELD,
        HANGS_UP,
        /** It announces more octets than it listed, and than there is room for. */
        LIES
    }

    MadeMailbox(int count, IntFunction<String> mails) {
        this.old = count;
        this.count = count;
        this.mails = mails;
    }

    synchronized int count() {
        return count;
    }

    /** One more; answers its number. */
    synchronized int arrive() {
        count++;
        waiting.forEach(one -> one.accept(count));
        return count;
    }

    /** Tells of arrivals until the answer is run. */
    synchronized Runnable onArrival(IntConsumer told) {
        waiting.add(told);
        return () -> waiting.remove(told);
    }

    boolean isWatched() {
        return !waiting.isEmpty();
    }

    void spoil(int uid, Fault fault) {
        faults.put(uid, fault);
    }

    Optional<Fault> faultOf(int uid) {
        return Optional.ofNullable(faults.get(uid));
    }

    /** In octets that are their characters. */
    String mail(int uid) {
        return mails.apply(uid);
    }

    String date(int uid) {
        return DATE.format(
                uid <= old
                        ? begun.minusSeconds((old - uid) * BETWEEN)
                        : Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    /** A letter of so many octets or a little more, from one of 5,000 people; three are a thread. */
    static String letter(int number, int octets) {
        int first = number - number % 3;
        String thread = number == first ? "" : "References: <m%d@made.test>\r\n".formatted(first);
        String head =
                "From: Person %1$d <p%1$d@made.test>\r\nTo: <shop@made.test>\r\nSubject: %2$sOrder %3$d\r\nMessage-ID: <m%4$d@made.test>\r\n%5$sDate: Sun, 29 Nov 2026 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        .formatted(first % 5_000, number == first ? "" : "Re: ", first, number, thread);
        return head
                + "I would like to know when number %d arrives, and what it costs with the blue ribbon.\r\n"
                        .formatted(number)
                        .repeat(Math.max(1, (octets - head.length()) / 84));
    }
}
