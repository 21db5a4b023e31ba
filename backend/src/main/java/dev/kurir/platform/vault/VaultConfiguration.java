package dev.kurir.platform.vault;

import dev.kurir.platform.ids.InstanceKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault at the start, or says why it cannot be opened. Blocking, at start-up only. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final String REMEMBER = "update instance set vault_key_id = ? where vault_key_id is distinct from ?";

    /** {@code instanceKeys} makes the row of the instance. */
    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(
            Flyway flyway,
            InstanceKeys instance,
            @Value("${kurir.data:.kurir}") Path data,
            @Value("${kurir.key:}") String environment) {
        JdbcClient jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
        Optional<String> known = jdbc.sql("select vault_key_id from instance where vault_key_id is not null")
                .query(String.class)
                .optional();
        List<VaultKey> keys = new VaultKeys(environment, new KeyFile(data)).find(known);
        String sealing = keys.getFirst().id();
        jdbc.sql(REMEMBER).params(sealing, sealing).update();
        return new Vault(keys);
    }
}
