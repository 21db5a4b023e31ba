package dev.kurir.workspace.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The single-page application has its own paths: a browser that asks for one of them gets index.html. */
@Component
@Order(0)
class PageFilter implements WebFilter {
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/u/", "/assets/", "/api-docs", "/actuator/", "/webjars/", "/v3/");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isPage(exchange.getRequest())
                ? chain.filter(exchange.mutate()
                        .request(request -> request.path("/index.html"))
                        .build())
                : chain.filter(exchange);
    }

    private static boolean isPage(ServerHttpRequest request) {
        String path = request.getPath().value();
        boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        return HttpMethod.GET.equals(request.getMethod())
                && !isFile
                && NOT_PAGES.stream().noneMatch(path::startsWith)
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
