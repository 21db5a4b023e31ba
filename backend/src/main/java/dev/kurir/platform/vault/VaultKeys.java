package dev.kurir.platform.vault;

import dev.kurir.platform.StartRefusedException;
import java.util.List;
import java.util.Optional;

/** Finds the keys: the environment before the file; a first start makes the file. */
final class VaultKeys {
    static final String NEW = "new";
    private static final String ENVIRONMENT = "KURIR_KEY";

    private final String environment;
    private final KeyFile file;

    VaultKeys(String environment, KeyFile file) {
        this.environment = environment.strip();
        this.file = file;
    }

    /** @param known the id of the key that this database was sealed with */
    List<VaultKey> find(Optional<String> known) {
        boolean fromEnvironment = !environment.isEmpty() && !environment.equals(NEW);
        if (!fromEnvironment && !file.exists()) {
            requireNothingIsLost(known);
            file.create(KeyText.random());
        }
        List<VaultKey> keys = fromEnvironment
                ? KeyText.parse(ENVIRONMENT, environment)
                : KeyText.parse(file.path().toString(), file.read());
        if (known.isPresent() && keys.stream().noneMatch(key -> key.id().equals(known.get()))) {
            requireNothingIsLost(known);
        }
        return keys;
    }

    private void requireNothingIsLost(Optional<String> known) {
        if (known.isPresent() && !environment.equals(NEW)) {
            throw new StartRefusedException("""
                    The passwords in this database were sealed with the key %s, which is neither in %s nor in %s. \
                    Bring it back. If it is lost for ever, start once with %s=%s: \
                    then every mailbox password has to be entered again.""".formatted(known.get(), file.path(), ENVIRONMENT, ENVIRONMENT, NEW));
        }
    }
}
