package dev.kurir.workspace.web;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every caller of the API its XSRF-TOKEN cookie: the token is made only when somebody asks for it. */
final class CsrfCookieFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        boolean isApi = exchange.getRequest().getPath().value().startsWith("/api/");
        return token == null || !isApi ? chain.filter(exchange) : token.then(chain.filter(exchange));
    }
}
