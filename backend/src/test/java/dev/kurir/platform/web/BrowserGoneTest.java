package dev.kurir.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.publisher.PublisherProbe;

/** What becomes of a request whose browser went away. */
class BrowserGoneTest {
    private final PublisherProbe<Void> work = PublisherProbe.of(Mono.never());

    @Test
    void whatItBeganComesToItsEnd() {
        goAway(MediaType.APPLICATION_JSON);

        work.assertWasSubscribed();
        work.assertWasNotCancelled();
    }

    @Test
    void aStreamEndsWithItsReader() {
        goAway(MediaType.TEXT_EVENT_STREAM);

        work.assertWasSubscribed();
        work.assertWasCancelled();
    }

    private void goAway(MediaType accepted) {
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/api/v1/campaigns").accept(accepted));
        new BrowserGone().filter(exchange, _ -> work.mono()).subscribe().dispose();
        assertThat(exchange.getResponse().isCommitted()).isFalse();
    }
}
