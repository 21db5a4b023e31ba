package dev.kurir.outbox.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far an order was walked: every ordinal below has ended its first intent or has a due row. */
record Watermark(long account, long campaign, long fence, long value) {
    private record Order(long account, long campaign) {}

    /** One for each order: the newest. A statement takes no two of one. */
    static List<Watermark> newest(Stream<Watermark> all) {
        Map<Order, Watermark> newest = all.collect(Collectors.toMap(
                mark -> new Order(mark.account, mark.campaign),
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparingLong(Watermark::fence).thenComparingLong(Watermark::value))));
        return List.copyOf(newest.values());
    }
}
