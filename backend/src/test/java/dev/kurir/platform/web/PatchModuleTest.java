package dev.kurir.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PatchModuleTest {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new PatchModule()).build();

    @SuppressWarnings("NullableOptional") // that is the point
    record Change(@Nullable Optional<String> name) {}

    @Test
    void anAbsentFieldIsNull() {
        assertThat(json.readValue("{}", Change.class)).isEqualTo(new Change(null));
    }

    @Test
    void aNullFieldIsEmpty() {
        assertThat(json.readValue("{\"name\": null}", Change.class)).isEqualTo(new Change(Optional.empty()));
    }

    @Test
    void aValueIsThere() {
        assertThat(json.readValue("{\"name\": \"x\"}", Change.class)).isEqualTo(new Change(Optional.of("x")));
    }
}
