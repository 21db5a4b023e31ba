package dev.kurir.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "a.pdf, a.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\harga.xlsx, harga.xlsx",
        "'', file",
        "'  ', file",
        ".., file"
    })
    void keepsTheNameAlone(String name, String kept) {
        assertThat(FileNames.harmless(name)).isEqualTo(kept);
    }

    @Test
    void leavesOutWhatWouldTurnOrBreakTheName() {
        assertThat(FileNames.harmless("gambar\u202Efdp.exe\r\nX: y")).isEqualTo("gambarfdp.exeX: y");
        assertThat(FileNames.harmless("é".repeat(400))).hasSize(150);
    }

    @ParameterizedTest
    @CsvSource({
        "Application/PDF; charset=x, application/pdf",
        "message/rfc822, application/octet-stream",
        "multipart/mixed, application/octet-stream",
        "'', application/octet-stream",
        "text/pl ain, application/octet-stream"
    })
    void takesTheTypesThatBase64Can(String type, String taken) {
        assertThat(FileNames.typeOf(type)).isEqualTo(taken);
    }
}
