package dev.kurir.platform.problem;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link Constraints} makes the sentences. The validator's own would depend on the machine's language, read files on
 * the event loop, and evaluate expressions.
 */
@Configuration(proxyBeanMethods = false)
class ValidationMessages implements MessageInterpolator {
    @Bean
    ValidationConfigurationCustomizer plainMessages() {
        return configuration -> configuration.messageInterpolator(this);
    }

    @Override
    public String interpolate(String template, Context context) {
        return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return template;
    }
}
