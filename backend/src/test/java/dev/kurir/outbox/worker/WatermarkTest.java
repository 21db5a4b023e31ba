package dev.kurir.outbox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    @Test
    void ofOneOrderOnlyTheNewestIsWritten() {
        Watermark old = new Watermark(1, 7, 3, 500);
        Watermark newer = new Watermark(1, 7, 3, 900);
        Watermark other = new Watermark(1, 8, 3, 100);

        assertThat(Watermark.newest(Stream.of(newer, old, other))).containsExactlyInAnyOrder(newer, other);
    }

    @Test
    void whatAnEarlierOwnershipOwedGivesWayToTheNewOne() {
        Watermark before = new Watermark(1, 7, 3, 900);
        Watermark now = new Watermark(1, 7, 4, 200);

        assertThat(Watermark.newest(Stream.of(before, now))).containsExactly(now);
    }
}
