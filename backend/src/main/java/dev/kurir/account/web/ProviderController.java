package dev.kurir.account.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The presets are a file of the program; they are read once, at start. */
@RestController
class ProviderController {
    private final List<ProviderResponse> providers;

    ProviderController(JsonMapper json) throws IOException {
        try (InputStream file = new ClassPathResource("account/providers.json").getInputStream()) {
            providers = List.of(json.readValue(file, ProviderResponse[].class));
        }
    }

    @GetMapping("/api/v1/providers")
    @Operation(operationId = "listProviders", tags = "account")
    Mono<List<ProviderResponse>> listProviders() {
        return Mono.just(providers);
    }
}
