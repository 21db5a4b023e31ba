package dev.kurir.workspace.web;

import dev.kurir.workspace.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record SetupRequest(
        @NotBlank @Size(max = 200) String token,
        @NotNull Language language,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 254) String email,
        @NotNull @Size(min = 10, max = 200) String password) {
    @Override
    public String toString() {
        return "SetupRequest[" + email + "]";
    }
}
