package dev.kurir.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.platform.StartRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void readsWhatPostgresToolsRead() {
        DatabaseLocation location =
                DatabaseUrl.parse("postgresql://kurir:p%40ss+word@db.example:6432/mail?sslmode=require");

        assertThat(location)
                .isEqualTo(new DatabaseLocation("db.example", 6432, "mail", "kurir", "p@ss+word", "require"));
    }

    @Test
    void encryptsWhereItCanExceptOnThisMachine() {
        assertThat(DatabaseUrl.parse("postgres://u:p@db.invalid/k").sslMode()).isEqualTo("prefer");
        assertThat(DatabaseUrl.parse("postgres://u:p@127.0.0.1/k").sslMode()).isEqualTo("disable");
        assertThat(DatabaseUrl.parse("postgres://u:p@[::1]/k").port()).isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:sesame@h/d",
                "postgresql://h/d",
                "postgresql://u:sesame@h",
                "postgresql://u:ses ame@h/d",
                "postgresql://u:sesame@h/d?sslmode=perhaps"
            })
    void refusesEverythingElseWithoutRepeatingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("KURIR_DB_URL")
                .hasMessageNotContaining("sesame");
    }
}
