package dev.kurir.platform.web;

import dev.kurir.platform.KurirProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A process without the web role tells whether it is well, and nothing else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WorkerOnly implements WebFilter {
    private static final String HEALTH = "/actuator/health";

    private final KurirProperties properties;

    WorkerOnly(KurirProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (properties.isWeb() || exchange.getRequest().getPath().value().startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
        return exchange.getResponse().setComplete();
    }
}
