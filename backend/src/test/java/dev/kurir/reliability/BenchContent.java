package dev.kurir.reliability;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A newsletter of about 10 KB on the wire: a text and an HTML part, twelve links with the reader's token. */
final class BenchContent {
    private static final int ITEMS = 12;
    private static final String WORDS =
            "The quick couriers of the old town carry letters up the hill before the bells ring, rain or shine. ";

    private BenchContent() {}

    static String html() {
        return "<html><body><h1>Hello {{name|friend}}</h1>" + items(BenchContent::htmlItem)
                + "<p><a href=\"{{unsubscribe_url}}\">Unsubscribe</a></p></body></html>";
    }

    static String text() {
        return "Hello {{name|friend}}\n\n" + items(BenchContent::textItem) + "Unsubscribe: {{unsubscribe_url}}\n";
    }

    private static String items(java.util.function.IntFunction<String> item) {
        return IntStream.rangeClosed(1, ITEMS).mapToObj(item).collect(Collectors.joining());
    }

    private static String htmlItem(int number) {
        return """
                <table width="600" style="border-collapse: collapse"><tr><td style="padding: 8px; font-family: sans-serif">
                <h2>Item %1$d</h2><p>%2$s</p><p><a href="https://shop.test/item/%1$d?reader={{email}}">Read on</a></p>
                </td></tr></table>
                """.formatted(number, WORDS.repeat(2));
    }

    private static String textItem(int number) {
        return "Item %d%n%s%nhttps://shop.test/item/%d%n%n".formatted(number, WORDS, number);
    }
}
