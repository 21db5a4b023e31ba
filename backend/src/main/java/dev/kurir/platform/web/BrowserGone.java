package dev.kurir.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What a request has begun comes to its end, also when the browser goes away: a query or a transaction that runs is
 * never cancelled in the middle. Only a stream ends with its reader.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BrowserGone implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> handled = chain.filter(exchange);
        // a cached one is not cancelled with its subscriber
        return isStream(exchange) ? handled : handled.cache();
    }

    private static boolean isStream(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_EVENT_STREAM);
    }
}
