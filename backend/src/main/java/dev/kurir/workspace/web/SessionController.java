package dev.kurir.workspace.web;

import dev.kurir.workspace.Caller;
import dev.kurir.workspace.Login;
import dev.kurir.workspace.LoginAttempt;
import dev.kurir.workspace.NewOwner;
import dev.kurir.workspace.Profiles;
import dev.kurir.workspace.Sessions;
import dev.kurir.workspace.SetUp;
import dev.kurir.workspace.SignedIn;
import dev.kurir.workspace.Token;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class SessionController {
    private final SetUp setUp;
    private final Login login;
    private final Sessions sessions;
    private final Profiles profiles;
    private final MeView view;

    SessionController(SetUp setUp, Login login, Sessions sessions, Profiles profiles, MeView view) {
        this.setUp = setUp;
        this.login = login;
        this.sessions = sessions;
        this.profiles = profiles;
        this.view = view;
    }

    @GetMapping("/setup")
    @Operation(operationId = "getSetup")
    Mono<SetupStatus> getSetup() {
        return setUp.isNeeded().map(SetupStatus::new);
    }

    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setUp")
    Mono<MeResponse> setUp(@Valid @RequestBody SetupRequest body, ServerWebExchange exchange) {
        NewOwner owner = NewOwner.of(body.email(), body.name(), body.language());
        return setUp.setUp(new Token(body.token()), owner, body.password()).map(entered -> enter(exchange, entered));
    }

    @PostMapping("/session")
    @Operation(operationId = "logIn")
    Mono<MeResponse> logIn(@Valid @RequestBody LoginRequest body, ServerWebExchange exchange) {
        LoginAttempt attempt = new LoginAttempt(body.email(), body.password(), addressOf(exchange.getRequest()));
        return login.logIn(attempt).map(entered -> enter(exchange, entered));
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "logOut")
    Mono<Void> logOut(Token token, ServerWebExchange exchange) {
        for (ResponseCookie cookie : SessionCookie.clear()) {
            exchange.getResponse().addCookie(cookie);
        }
        return sessions.close(token);
    }

    @GetMapping("/me")
    @Operation(operationId = "getMe")
    Mono<MeResponse> getMe(Caller caller, ServerHttpRequest request) {
        return profiles.get(caller).map(user -> view.of(user, request));
    }

    @PatchMapping("/me")
    @Operation(operationId = "updateMe")
    Mono<MeResponse> updateMe(Caller caller, @Valid @RequestBody MeUpdate body, ServerHttpRequest request) {
        return profiles.update(caller, body.name(), body.language()).map(user -> view.of(user, request));
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePassword")
    Mono<Void> changePassword(Caller caller, Token token, @Valid @RequestBody PasswordChange body) {
        return profiles.changePassword(caller, token, body.current(), body.password());
    }

    private MeResponse enter(ServerWebExchange exchange, SignedIn entered) {
        exchange.getResponse().addCookie(SessionCookie.issue(exchange.getRequest(), entered.token()));
        return view.of(entered.user(), exchange.getRequest());
    }

    private static InetAddress addressOf(ServerHttpRequest request) {
        InetSocketAddress remote = Objects.requireNonNull(request.getRemoteAddress(), "remote address");
        return Objects.requireNonNull(remote.getAddress(), "resolved remote address");
    }
}
