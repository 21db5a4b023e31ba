package dev.kurir.platform.problem;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An API that refuses in every way. */
abstract class ProblemsOverHttp {
    static AnnotationConfigApplicationContext context;
    static WebTestClient client;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(ProblemsTestSetup.class);
        client = WebTestClient.bindToApplicationContext(context).build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    static WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/sample")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
