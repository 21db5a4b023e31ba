package dev.kurir.inbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a\0b", "\\u0000", "x\\\\u0000y", "\\\0", "\0\0\\u0000\0", "\\u0041\0"})
    void onlyTheLetterIsLeftOut(String text) {
        String kept = JsonText.withoutNul(JSON.writeValueAsString(List.of(text)));

        assertThat(JSON.readValue(kept, String[].class)).containsExactly(text.replace("\0", ""));
    }
}
