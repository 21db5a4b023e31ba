package dev.kurir.workspace.web;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every caller of the API and every page its XSRF-TOKEN cookie: the token is made only when somebody asks for it,
 * and the first thing that the login page asks of the API needs it already.
 */
final class CsrfCookieFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null || !needsToken(exchange.getRequest())
                ? chain.filter(exchange)
                : token.then(chain.filter(exchange));
    }

    private static boolean needsToken(ServerHttpRequest request) {
        String path = request.getPath().value();
        boolean isPage =
                !path.startsWith("/u/") && request.getHeaders().getAccept().contains(MediaType.TEXT_HTML);
        return isPage || path.startsWith("/api/");
    }
}
