package dev.kurir.workspace.web;

import dev.kurir.workspace.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the person behind a request by its session cookie; asked once per request, and only where somebody wants to
 * know.
 */
@Component
class SessionSecurityContexts implements ServerSecurityContextRepository {
    private final Sessions sessions;

    SessionSecurityContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionCookie.read(exchange.getRequest()))
                .flatMap(token -> sessions.find(token).map(caller -> new CallerAuthentication(caller, token)))
                .<SecurityContext>map(SecurityContextImpl::new)
                .cache();
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }
}
