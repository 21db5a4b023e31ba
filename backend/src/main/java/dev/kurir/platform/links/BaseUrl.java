package dev.kurir.platform.links;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where people reach this installation: {@code KURIR_URL}, or this machine. */
@Component
public class BaseUrl {
    private final String configured;
    private volatile int port;

    BaseUrl(@Value("${kurir.url:}") String configured, @Value("${server.port:8080}") int port) {
        this.configured = configured.strip().replaceAll("/+$", "");
        this.port = port;
    }

    /** Without a slash at its end. */
    public String get() {
        return configured.isEmpty() ? "http://localhost:" + port : configured;
    }

    public URI resolve(String path) {
        return URI.create(get() + path);
    }

    /** The port that was really opened: with 0 the system chose it. */
    @EventListener
    void onStart(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }
}
