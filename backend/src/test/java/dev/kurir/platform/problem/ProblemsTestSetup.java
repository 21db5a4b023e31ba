package dev.kurir.platform.problem;

import dev.kurir.platform.ids.IdsFixture;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.platform.web.WebFixture;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web layer alone: problems, ids, filters; no database. */
@TestConfiguration(proxyBeanMethods = false)
@EnableWebFlux
@Import({ProblemHandler.class, WebFixture.class})
class ProblemsTestSetup implements WebFluxConfigurer {
    private final PublicIds ids = new PublicIds(new byte[32]);

    @Bean
    PublicIds publicIds() {
        return ids;
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().addModule(IdsFixture.module(ids)).build();
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(jsonMapper()));
        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(jsonMapper()));
    }

    @Override
    public Validator getValidator() {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.setMessageInterpolator(new ValidationMessages());
        validator.afterPropertiesSet();
        return validator;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(IdsFixture.converter(ids));
    }
}
