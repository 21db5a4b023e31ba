package dev.kurir.testing;

import dev.kurir.contract.ContractFilter;
import dev.kurir.platform.postgres.DatabaseLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Points the program at a database and a data folder of its own, and drops the database when the program ends. */
record FreshDatabaseCustomizer(String owner) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        DatabaseLocation database = TestCluster.freshDatabase();
        TestPropertyValues.of(
                        "kurir.data=" + dataFolder(),
                        "kurir.embedded=true",
                        "spring.r2dbc.url=" + database.r2dbcUrl(),
                        "spring.r2dbc.username=" + database.user(),
                        "spring.r2dbc.password=" + database.password(),
                        "spring.flyway.url=" + database.jdbcUrl(),
                        "spring.flyway.user=" + database.user(),
                        "spring.flyway.password=" + database.password())
                .applyTo(context);
        context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
        WebTestClientBuilderCustomizer contract = builder -> builder.filter(ContractFilter.instance());
        context.getBeanFactory().registerSingleton("contract", contract);
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(
                "cheapHashes", PasswordEncoder.class, FreshDatabaseCustomizer::cheap, bean -> bean.setPrimary(true));
        // The first one registered is the last one to go: after the pool and the workers.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("testDatabase", () -> TestCluster.drop(database));
    }

    /** A third of a second for each person of each test, else. PasswordHashingTest checks the real ones. */
    private static PasswordEncoder cheap() {
        return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    }

    private static Path dataFolder() {
        try {
            Path folder = Path.of("target", "test-data").toAbsolutePath();
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "kurir-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
