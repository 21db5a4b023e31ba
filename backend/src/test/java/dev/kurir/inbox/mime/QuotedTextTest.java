package dev.kurir.inbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Sun, 29 Nov 2026 at 10:00, Toko Sari <shop@toko.test> wrote:\n> Halo",
                "Pada tanggal Min, 29 Nov 2026 pukul 10.00 Toko Sari <shop@toko.test>\nmenulis:\n\n> Halo",
                "-----Original Message-----\nFrom: Toko Sari\nSent: Sunday\n\nHalo",
                "From: Toko Sari <shop@toko.test>\nSent: Sunday, 29 November 2026 10:00\nTo: Siti\n\nHalo",
                "Dari: Toko Sari\nDikirim: Minggu\n\nHalo",
                "> Halo\n> semua\n"
            })
    void whatIsNewStandsApartFromWhatIsQuoted(String quoted) {
        QuotedText split = QuotedText.split("Ya, saya mau.\n\nSiti\n\n" + quoted);

        assertThat(split.fresh()).isEqualTo("Ya, saya mau.\n\nSiti");
        assertThat(split.quoted()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Halo\nYa, saya mau.",
                "> Kapan?\nBesok\n> Di mana?\nDi toko",
                "From: here it is far\nto the station",
                "Ya, saya mau.",
                ""
            })
    void anAnswerBetweenTheQuotesIsLeftAsItIs(String text) {
        assertThat(QuotedText.split(text)).isEqualTo(new QuotedText(text, ""));
    }

    @Test
    void millionsOfQuoteSignsTakeNoTime() {
        String text = "> a\n".repeat(500_000) + "x";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> QuotedText.split(text));
    }
}
