package dev.kurir.reliability;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The owner of the installation, speaking to the program over HTTP. */
final class KurirApi {
    private static final String CSRF = "5f0c7a52-csrf-of-the-test";
    private static final String EMAIL = "owner@kurir.test";
    private static final String PASSWORD = "correct horse battery";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private URI base;
    private String cookie = "";

    /** @param link the one that the first start prints, with its token */
    void setUp(URI link) {
        moved(link);
        String token = link.getQuery().replaceFirst("^.*token=", "");
        post("/setup", Map.of("token", token, "language", "en", "name", "Owner", "email", EMAIL, "password", PASSWORD));
    }

    /** For an installation that is set up already. */
    void signIn(URI link) {
        moved(link);
        post("/session", Map.of("email", EMAIL, "password", PASSWORD));
    }

    /** The program listens somewhere else after a restart; the session goes on. */
    void moved(URI link) {
        base = link.resolve("/api/v1");
    }

    URI base() {
        return base;
    }

    /** What the owner's browser would send along. */
    String cookies() {
        return "XSRF-TOKEN=" + CSRF + cookie;
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    /** For what may be refused (4xx) but must not fail. */
    void tryPost(String path) {
        int status = exchange("POST", path, null).statusCode();
        if (status >= 500) {
            throw new AssertionError("POST " + path + ": " + status);
        }
    }

    /** What came back, whatever it is. */
    record Answer(int status, String body) {
        /** Done, or refused with a code that tells of trouble on the server's side. */
        boolean isHonest() {
            return status / 100 == 2 || ((status == 503 || status == 507) && body.contains("\"code\""));
        }
    }

    Answer ask(String method, String path, Object body) {
        HttpResponse<String> response = exchange(method, path, body);
        return new Answer(response.statusCode(), response.body());
    }

    Answer upload(String path, String csv) {
        String boundary = "----kurir-test";
        String body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, csv);
        HttpResponse<String> response = exchange(
                "POST", path, "multipart/form-data; boundary=" + boundary, HttpRequest.BodyPublishers.ofString(body));
        return new Answer(response.statusCode(), response.body());
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** Asks for it and is gone before the answer, or in the middle of it. */
    void getAndGoAway(String path, long nanos) {
        URI uri = URI.create(base + path);
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                .formatted(uri.getPath(), uri.getAuthority(), cookies());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            LockSupport.parkNanos(nanos);
        } catch (IOException failed) {
            throw new AssertionError("GET " + path, failed);
        }
    }

    private JsonNode send(String method, String path, Object body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        response.headers().allValues("set-cookie").stream()
                .filter(set -> set.matches("[^=]*sid=.*"))
                .forEach(set -> cookie = "; " + set.substring(0, set.indexOf(';')));
        return response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
    }

    private HttpResponse<String> exchange(String method, String path, Object body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        return exchange(method, path, "application/json", publisher);
    }

    private HttpResponse<String> exchange(
            String method, String path, String type, HttpRequest.BodyPublisher publisher) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", CSRF)
                .header("Cookie", cookies())
                .method(method, publisher)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
