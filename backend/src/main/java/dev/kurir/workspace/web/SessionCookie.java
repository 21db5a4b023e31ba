package dev.kurir.workspace.web;

import dev.kurir.workspace.Sessions;
import dev.kurir.workspace.Token;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The session in the browser: {@code __Host-sid} wherever browsers keep a Secure cookie (https and this machine), a
 * plain-named one on other http hosts, where the page warns.
 */
final class SessionCookie {
    private static final String SECURE = "__Host-sid";
    private static final String PLAIN = "kurir_sid";
    private static final Pattern THIS_MACHINE = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private SessionCookie() {}

    static Optional<Token> read(ServerHttpRequest request) {
        return value(request, SECURE).or(() -> value(request, PLAIN)).map(Token::new);
    }

    static ResponseCookie issue(ServerHttpRequest request, Token token) {
        return cookie(keepsSecure(request), token.text(), Sessions.LONGEST);
    }

    /** Both names: the page may have been opened in the other way before. */
    static List<ResponseCookie> clear() {
        return List.of(cookie(true, "", Duration.ZERO), cookie(false, "", Duration.ZERO));
    }

    /** The session travels in the clear over a network. */
    static boolean isExposed(ServerHttpRequest request) {
        return value(request, SECURE).isEmpty() && !isHttps(request) && !isThisMachine(request);
    }

    private static Optional<String> value(ServerHttpRequest request, String name) {
        HttpCookie cookie = request.getCookies().getFirst(name);
        return Optional.ofNullable(cookie).map(HttpCookie::getValue).filter(value -> !value.isEmpty());
    }

    private static ResponseCookie cookie(boolean secure, String value, Duration age) {
        return ResponseCookie.from(secure ? SECURE : PLAIN, value)
                .httpOnly(true)
                .secure(secure)
                .path("/")
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }

    private static boolean keepsSecure(ServerHttpRequest request) {
        return isHttps(request) || (isThisMachine(request) && !isSafari(request));
    }

    /** A page that came over https says so in Origin, also where a proxy ends TLS before us. */
    private static boolean isHttps(ServerHttpRequest request) {
        String origin = request.getHeaders().getOrigin();
        return request.getSslInfo() != null || (origin != null && origin.startsWith("https://"));
    }

    private static boolean isThisMachine(ServerHttpRequest request) {
        String host = request.getURI().getHost();
        return host != null && THIS_MACHINE.matcher(host).matches();
    }

    /** Alone among the browsers it drops Secure cookies of http://localhost. */
    private static boolean isSafari(ServerHttpRequest request) {
        String agent = request.getHeaders().getFirst(HttpHeaders.USER_AGENT);
        return agent != null && agent.contains("Safari/") && !agent.contains("Chrome/") && !agent.contains("Chromium/");
    }
}
