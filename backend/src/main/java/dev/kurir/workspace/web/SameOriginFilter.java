package dev.kurir.workspace.web;

import dev.kurir.kernel.DomainException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a browser send. Beside the token, because a token in a cookie does not help against
 * somebody who can set cookies (a neighbour under the same domain, plain http).
 */
final class SameOriginFilter implements WebFilter {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean concerned = request.getPath().value().startsWith("/api/") && !SAFE.contains(request.getMethod());
        return concerned && isForeign(request) ? Mono.error(SameOriginFilter::refused) : chain.filter(exchange);
    }

    private static boolean isForeign(ServerHttpRequest request) {
        String site = request.getHeaders().getFirst("Sec-Fetch-Site");
        // Browsers leave Sec-Fetch-Site out on plain http hosts; programs send neither.
        return site == null ? isOtherHost(request, request.getHeaders().getOrigin()) : !OWN.contains(site);
    }

    private static boolean isOtherHost(ServerHttpRequest request, @Nullable String origin) {
        if (origin == null) {
            return false;
        }
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        try {
            return !Objects.equals(URI.create(origin).getRawAuthority(), host);
        } catch (IllegalArgumentException noUri) {
            return true;
        }
    }

    private static DomainException refused() {
        return new DomainException(
                DomainException.Kind.FORBIDDEN, "cross_site", "This request came from another site.");
    }
}
