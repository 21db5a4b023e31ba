package dev.kurir.platform.problem;

import dev.kurir.kernel.AccountId;
import dev.kurir.kernel.DomainException;
import dev.kurir.kernel.DomainException.Kind;
import dev.kurir.platform.ids.IdsFixture;
import dev.kurir.platform.ids.PublicIds;
import dev.kurir.platform.web.IfMatch;
import dev.kurir.platform.web.WebFixture;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The web layer alone: problems, ids, filters, and an API that refuses in every way; no database. */
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

    enum SampleKind {
        NONE
    }

    record Endpoint(
            @NotBlank @Size(max = 5) String host,
            @Max(65535) int port) {}

    record Body(
            @NotBlank String name,
            @Valid @Nullable Endpoint smtp,
            @Nullable List<@NotBlank String> to,
            @Nullable AccountId account,
            @Nullable SampleKind kind) {}

    /** A part of this setup, so that no other program finds it. */
    @RestController
    static class Sample {
        @GetMapping("/refuse")
        Mono<Void> refuse(@RequestParam Kind kind) {
            return Mono.error(new DomainException(kind, "some_code", "A sentence."));
        }

        @GetMapping("/later")
        Mono<Void> later() {
            return Mono.error(new RetryLaterException(Kind.TOO_MANY, "wait", "Wait.", Duration.ofMillis(89_500)));
        }

        @PostMapping("/sample")
        Mono<Map<String, String>> sample(@Valid @RequestBody Body body) {
            return Mono.just(Map.of("name", body.name()));
        }

        @GetMapping("/accounts/{id}")
        Mono<String> account(@PathVariable AccountId id) {
            return Mono.just(Long.toString(id.value()));
        }

        @GetMapping("/accounts")
        Mono<String> accounts(
                @RequestParam(required = false) @Nullable AccountId account,
                @RequestParam(defaultValue = "50") @Max(200) int limit) {
            return Mono.just(account + " " + limit);
        }

        @GetMapping("/version")
        Mono<String> version(@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
            IfMatch.check(ifMatch, 3);
            return Mono.just("3");
        }

        @GetMapping("/bug")
        Mono<Void> bug() {
            return Mono.error(new IllegalStateException("secret"));
        }
    }
}
