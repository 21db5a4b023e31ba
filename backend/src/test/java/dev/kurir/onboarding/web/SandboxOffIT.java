package dev.kurir.onboarding.web;

import static dev.kurir.testing.Api.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kurir.testing.Api;
import dev.kurir.testing.KurirTest;
import dev.kurir.testing.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@KurirTest
@TestPropertySource(properties = "kurir.sandbox=false")
class SandboxOffIT {
    private final Api api;

    SandboxOffIT(ApplicationContext context) {
        this.api = new Api(Owner.of(context).web());
    }

    @Test
    void withoutTheMailWorldThereIsNothingToTry() {
        assertThat(api.object("/api/v1/me")).containsEntry("sandbox", false);
        assertThat(api.object("/api/v1/onboarding")).containsEntry("sandboxAvailable", false);
        assertRefused(api.post("/api/v1/sandbox", Map.of()), 409, "sandbox_off");
    }
}
