package dev.kurir;

import dev.kurir.testing.KurirTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

@KurirTest(program = "records")
class KurirApplicationIT {

    private final WebTestClient web;

    KurirApplicationIT(WebTestClient web) {
        this.web = web;
    }

    @Test
    void startsAndSaysThatItIsWell() {
        web.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }
}
