package dev.kurir.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kurir.platform.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeysTest {
    @TempDir
    private Path data;

    @Test
    void theFirstStartMakesAFileForItsOwnerOnly() throws IOException {
        List<VaultKey> keys = find("", Optional.empty());

        assertThat(keys).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(data.toFile().list()).containsExactly("key");
    }

    @Test
    void laterStartsReadIt() {
        String id = find("", Optional.empty()).getFirst().id();
        assertThat(find("", Optional.of(id)).getFirst().id()).isEqualTo(id);
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() {
        String id = find("", Optional.empty()).getFirst().id();
        new KeyFile(data).create(KeyText.random());
        assertThat(find("", Optional.of(id)).getFirst().id()).isEqualTo(id);
    }

    @Test
    void theEnvironmentWinsAndMayHoldSeveral() {
        assertThat(find(KeyText.random() + "," + KeyText.random(), Optional.empty()))
                .hasSize(2);
        assertThat(data.resolve("key")).doesNotExist();
    }

    @Test
    void aLostKeyIsNotReplacedInSilence() {
        assertThatThrownBy(() -> find("", Optional.of("0badc0de")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("0badc0de")
                .hasMessageContaining("KURIR_KEY=new");
        assertThat(data.resolve("key")).doesNotExist();
    }

    @Test
    void aWrongKeyIsRefused() {
        assertThatThrownBy(() -> find(KeyText.random(), Optional.of("0badc0de")))
                .isInstanceOf(StartRefusedException.class);
    }

    @Test
    void whoSaysSoGetsANewOne() {
        assertThat(find("new", Optional.of("0badc0de"))).hasSize(1);
        assertThat(data.resolve("key")).exists();
    }

    @Test
    void nonsenseIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> find("nearly-a-key", Optional.empty()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining("nearly-a-key");
    }

    private List<VaultKey> find(String environment, Optional<String> known) {
        return new VaultKeys(environment, new KeyFile(data)).find(known);
    }
}
