package dev.kurir.platform.web;

import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Constants in path and query stand there as the contract writes them, in lower case. */
@Configuration(proxyBeanMethods = false)
@SuppressWarnings("rawtypes") // a factory for every enum has none
class EnumConverter implements WebFluxConfigurer, ConverterFactory<String, Enum> {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(this);
    }

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of the known words"));
    }
}
