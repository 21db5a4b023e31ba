package dev.kurir.platform.ids;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Wires public ids into JSON, paths and the generated API document. */
@Configuration(proxyBeanMethods = false)
class IdConfiguration {
    IdConfiguration() {
        for (IdKind kind : IdKind.values()) {
            SpringDocUtils.getConfig().replaceWithClass(kind.type, UUID.class);
        }
    }

    @Bean
    @DependsOnDatabaseInitialization
    InstanceKeys instanceKeys(Flyway flyway) {
        return InstanceRow.load(flyway.getConfiguration().getDataSource());
    }

    @Bean
    PublicIds publicIds(InstanceKeys keys) {
        return new PublicIds(keys.idKey());
    }

    @Bean
    IdModule idModule(PublicIds ids) {
        return new IdModule(ids);
    }

    @Bean
    WebFluxConfigurer idConverters(PublicIds ids) {
        return new WebFluxConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(new IdConverter(ids));
            }
        };
    }
}
