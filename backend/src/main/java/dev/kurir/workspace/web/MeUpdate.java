package dev.kurir.workspace.web;

import dev.kurir.workspace.Language;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record MeUpdate(
        @Nullable Language language,

        @Nullable @Size(max = 100) @Pattern(regexp = "(?s).*\\S.*")
        String name) {}
