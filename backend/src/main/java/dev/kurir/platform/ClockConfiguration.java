package dev.kurir.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the program; tests put their own in its place. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    @SuppressWarnings("TimeZoneUsage") // the one place where time comes in
    Clock clock() {
        return Clock.systemUTC();
    }
}
