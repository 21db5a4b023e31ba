package dev.kurir.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {
    @Test
    void whatCouldBreakALineIsQuoted() {
        assertThat(CsvLines.of("Budi", "a,b", "say \"hi\"", "two\r\nlines", null, 7, -7))
                .isEqualTo("Budi,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",,7,-7\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+62811",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "  =1",
                "\r=1",
                "|cmd",
                "\uFF1D1+1",
                "=cmd|'/C calc'!A0"
            })
    void aFormulaIsOnlyText(String formula) {
        assertThat(CsvLines.of(formula).replace("\"", "")).startsWith("'");
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(CsvLines.of("sari@toko.test", "2.0.0", "1-2", "Ñandú"))
                .isEqualTo("sari@toko.test,2.0.0,1-2,Ñandú\r\n");
    }
}
