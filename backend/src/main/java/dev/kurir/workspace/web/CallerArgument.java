package dev.kurir.workspace.web;

import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Token;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Controllers take {@link Caller}, and the {@link Token} of its session, as arguments. */
@Configuration(proxyBeanMethods = false)
class CallerArgument implements WebFluxConfigurer, HandlerMethodArgumentResolver {
    CallerArgument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Token.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Token.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(CallerAuthentication.class)
                .map(found -> valueFor(parameter, found));
    }

    private static Object valueFor(MethodParameter parameter, CallerAuthentication found) {
        return parameter.getParameterType() == Caller.class ? found.getPrincipal() : found.getCredentials();
    }
}
