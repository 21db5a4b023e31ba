package dev.kurir.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kurir.account.ConnectionSecurity;
import dev.kurir.account.Endpoint;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record EndpointBody(
        @NotBlank @Size(max = 253) String host,
        @NotNull @Min(1) @Max(65_535) Integer port,
        @NotNull Security security) {

    enum Security {
        @JsonProperty("tls")
        TLS,
        @JsonProperty("starttls")
        STARTTLS,
        @JsonProperty("none")
        NONE
    }

    Endpoint toEndpoint() {
        return new Endpoint(host.strip(), port, ConnectionSecurity.valueOf(security.name()));
    }

    static @Nullable EndpointBody of(@Nullable Endpoint endpoint) {
        return endpoint == null ? null : ofGiven(endpoint);
    }

    static EndpointBody ofGiven(Endpoint endpoint) {
        return new EndpointBody(
                endpoint.host(),
                endpoint.port(),
                Security.valueOf(endpoint.security().name()));
    }
}
