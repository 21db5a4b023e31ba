package dev.kurir.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyNameTest {

    @ParameterizedTest
    @CsvSource({"Promo, Promo (2)", "Promo (2), Promo (3)", "Promo (99), Promo (100)", "(2), (2) (2)"})
    void countsUp(String name, String copy) {
        assertThat(CopyName.of(name)).isEqualTo(copy);
    }

    @Test
    void staysWithinTheLimit() {
        assertThat(CopyName.of("x".repeat(200))).hasSize(200).endsWith("x (2)");
    }
}
