package dev.kurir.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.platform.StartRefusedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

    @Test
    void startsWithNothingSet() {
        assertThat(LaunchSettings.of(Map.of()))
                .isEqualTo(new LaunchSettings(Path.of(".kurir").toAbsolutePath(), 8080, null));
    }

    @Test
    void anEmptyVariableIsAnUnsetOne() {
        assertThat(LaunchSettings.of(Map.of("KURIR_DB_URL", "", "KURIR_DATA", " ", "KURIR_PORT", "")))
                .isEqualTo(LaunchSettings.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "80 80"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> LaunchSettings.of(Map.of("KURIR_PORT", port)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("KURIR_PORT");
    }
}
