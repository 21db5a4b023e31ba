package dev.kurir.platform.postgres;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of the web and of the small workers; Spring Boot's own has no place for what {@link CleanPool} does. */
@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(R2dbcConnectionDetails details, R2dbcProperties properties) {
        R2dbcProperties.Pool pool = properties.getPool();
        return new ConnectionPool(CleanPool.of(ConnectionFactories.get(details.getConnectionFactoryOptions()))
                .initialSize(pool.getInitialSize())
                .maxSize(pool.getMaxSize())
                .maxIdleTime(pool.getMaxIdleTime())
                .maxAcquireTime(pool.getMaxAcquireTime())
                .maxCreateConnectionTime(pool.getMaxCreateConnectionTime())
                .build());
    }
}
