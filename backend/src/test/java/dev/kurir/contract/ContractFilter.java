package dev.kurir.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares every JSON answer that a test gets from the API with {@code openapi.yaml}.
 * {@link dev.kurir.testing.KurirTest} installs it; a slice test does so with
 * {@code client.mutate().filter(ContractFilter.instance())}.
 */
public final class ContractFilter implements ExchangeFilterFunction {

    private static final ContractFilter THE_ONE = new ContractFilter();

    private final ContractSchemas schemas = new ContractSchemas();

    private ContractFilter() {}

    public static ContractFilter instance() {
        return THE_ONE;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> concerns(request, response) ? checked(request, response) : Mono.just(response));
    }

    private static boolean concerns(ClientRequest request, ClientResponse response) {
        return request.url().getPath().startsWith("/api/")
                && response.headers()
                        .contentType()
                        .filter(ContractFilter::isJson)
                        .isPresent();
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private Mono<ClientResponse> checked(ClientRequest request, ClientResponse response) {
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> {
            check(request.method(), request.url().getPath(), response, body);
            return response.mutate()
                    .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                    .build();
        });
    }

    private void check(HttpMethod method, String path, ClientResponse response, byte[] body) {
        MediaType type = response.headers().contentType().orElseThrow();
        List<String> problems = schemas.problems(
                method.name().toLowerCase(Locale.ROOT),
                path,
                response.statusCode().value(),
                type.getType() + "/" + type.getSubtype(),
                body);
        if (!problems.isEmpty()) {
            throw new AssertionError("%s %s answered %s, which is not what openapi.yaml promises:%n%s%n%s"
                    .formatted(
                            method,
                            path,
                            response.statusCode(),
                            String.join(System.lineSeparator(), problems),
                            new String(body, UTF_8)));
        }
    }
}
