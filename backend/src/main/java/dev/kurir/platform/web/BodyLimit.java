package dev.kurir.platform.web;

import dev.kurir.kernel.DomainException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** Refuses bodies that are too large: by their announced length at once, and by counting while they are read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit implements WebFilter {
    private static final long JSON = 1024 * 1024;
    // A file of 50 MB and its multipart wrapping.
    private static final long UPLOAD = 50 * 1024 * 1024 + 64 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long limit = MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                        request.getHeaders().getContentType())
                ? UPLOAD
                : JSON;
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(() -> tooLarge(limit));
        }
        return chain.filter(
                exchange.mutate().request(new Counted(request, limit)).build());
    }

    private static DomainException tooLarge(long limit) {
        return new DomainException(
                DomainException.Kind.TOO_LARGE,
                "body_too_large",
                "At most " + limit / (1024 * 1024) + " MB can be taken here.");
    }

    private static final class Counted extends ServerHttpRequestDecorator {
        private final long limit;
        private final AtomicLong seen = new AtomicLong();

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().handle(this::count);
        }

        private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
            if (seen.addAndGet(buffer.readableByteCount()) <= limit) {
                sink.next(buffer);
            } else {
                DataBufferUtils.release(buffer);
                sink.error(tooLarge(limit));
            }
        }
    }
}
